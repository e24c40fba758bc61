import { Uri } from './uri.ts';
import { TreeItemCollapsibleState } from './enums.ts';

export class ThemeColor {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

export class ThemeIcon {
  static readonly File = new ThemeIcon('file');
  static readonly Folder = new ThemeIcon('folder');
  readonly id: string;
  readonly color: ThemeColor | undefined;

  constructor(id: string, color?: ThemeColor) {
    this.id = id;
    this.color = color;
  }
}

/** A line of a tree view. */
export class TreeItem {
  label: string | { label: string } | undefined;
  resourceUri: Uri | undefined;
  id: string | undefined;
  iconPath: unknown;
  description: string | boolean | undefined;
  tooltip: unknown;
  command: { command: string; title: string; arguments?: unknown[] } | undefined;
  collapsibleState: number;
  contextValue: string | undefined;
  checkboxState: unknown;
  accessibilityInformation: unknown;

  constructor(
    label: string | { label: string } | Uri,
    collapsibleState: number = TreeItemCollapsibleState['None'] ?? 0,
  ) {
    if (Uri.isUri(label)) this.resourceUri = label;
    else this.label = label;
    this.collapsibleState = collapsibleState;
  }
}

export class FileDecoration {
  badge: string | undefined;
  tooltip: string | undefined;
  color: ThemeColor | undefined;
  propagate: boolean | undefined;

  constructor(badge?: string, tooltip?: string, color?: ThemeColor) {
    this.badge = badge;
    this.tooltip = tooltip;
    this.color = color;
  }
}

/** A pattern for files below a folder. */
export class RelativePattern {
  baseUri: Uri;
  pattern: string;

  constructor(base: Uri | string | { uri: Uri }, pattern: string) {
    if (typeof base === 'string') this.baseUri = Uri.file(base);
    else this.baseUri = 'uri' in base ? base.uri : base;
    this.pattern = pattern;
  }

  get base(): string {
    return this.baseUri.fsPath;
  }
}

/** What goes wrong with a file, by a code. */
export class FileSystemError extends Error {
  readonly code: string;

  constructor(messageOrUri?: string | Uri, code = 'Unknown') {
    super(
      typeof messageOrUri === 'string' ? messageOrUri : `${code}: ${String(messageOrUri ?? '')}`,
    );
    this.name = `${code} (FileSystemError)`;
    this.code = code;
  }

  static FileNotFound(what?: string | Uri): FileSystemError {
    return new FileSystemError(what, 'FileNotFound');
  }

  static FileExists(what?: string | Uri): FileSystemError {
    return new FileSystemError(what, 'FileExists');
  }

  static FileNotADirectory(what?: string | Uri): FileSystemError {
    return new FileSystemError(what, 'FileNotADirectory');
  }

  static FileIsADirectory(what?: string | Uri): FileSystemError {
    return new FileSystemError(what, 'FileIsADirectory');
  }

  static NoPermissions(what?: string | Uri): FileSystemError {
    return new FileSystemError(what, 'NoPermissions');
  }

  static Unavailable(what?: string | Uri): FileSystemError {
    return new FileSystemError(what, 'Unavailable');
  }
}

/** Buttons of quick picks that VS Code has itself. */
export const QuickInputButtons = Object.freeze({
  Back: Object.freeze({ iconPath: new ThemeIcon('arrow-left') }),
});

/** Keeps the value of what telemetry may send. */
export class TelemetryTrustedValue<T = unknown> {
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }
}

export class TabInputText {
  readonly uri: Uri;

  constructor(uri: Uri) {
    this.uri = uri;
  }
}

export class TabInputTextDiff {
  readonly original: Uri;
  readonly modified: Uri;

  constructor(original: Uri, modified: Uri) {
    this.original = original;
    this.modified = modified;
  }
}

export class TabInputWebview {
  readonly viewType: string;

  constructor(viewType: string) {
    this.viewType = viewType;
  }
}
