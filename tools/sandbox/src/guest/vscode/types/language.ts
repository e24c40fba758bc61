import type { Uri } from './uri.ts';
import { DiagnosticSeverity, SymbolKind } from './enums.ts';
import { type Position, Range, toRange } from './positions.ts';
import { MarkdownString, type SnippetString, type TextEdit, type WorkspaceEdit } from './text.ts';

interface Command {
  title: string;
  command: string;
  arguments?: unknown[];
}

/** A place in a file. */
export class Location {
  uri: Uri;
  range: Range;

  constructor(uri: Uri, at: Range | Position) {
    this.uri = uri;
    this.range = 'start' in at ? toRange(at) : new Range(at, at);
  }
}

/** What belongs to a diagnostic, at another place. */
export class DiagnosticRelatedInformation {
  location: Location;
  message: string;

  constructor(location: Location, message: string) {
    this.location = location;
    this.message = message;
  }
}

/** What is wrong with a text, and where. */
export class Diagnostic {
  range: Range;
  message: string;
  severity: number;
  source: string | undefined;
  code: unknown;
  relatedInformation: DiagnosticRelatedInformation[] | undefined;
  tags: number[] | undefined;

  constructor(range: Range, message: string, severity: number = DiagnosticSeverity['Error'] ?? 0) {
    this.range = toRange(range);
    this.message = message;
    this.severity = severity;
  }
}

/** What is told of the word under the pointer. */
export class Hover {
  contents: unknown[];
  range: Range | undefined;

  constructor(contents: unknown, range?: Range) {
    this.contents = Array.isArray(contents) ? contents : [contents];
    this.range = range;
  }
}

/** Something that may be written at a place. */
export class CompletionItem {
  label: string | { label: string; detail?: string; description?: string };
  kind: number | undefined;
  tags: readonly number[] | undefined;
  detail: string | undefined;
  documentation: string | MarkdownString | undefined;
  sortText: string | undefined;
  filterText: string | undefined;
  preselect: boolean | undefined;
  insertText: string | SnippetString | undefined;
  range: Range | { inserting: Range; replacing: Range } | undefined;
  commitCharacters: string[] | undefined;
  keepWhitespace: boolean | undefined;
  textEdit: TextEdit | undefined;
  additionalTextEdits: TextEdit[] | undefined;
  command: Command | undefined;

  constructor(label: CompletionItem['label'], kind?: number) {
    this.label = label;
    this.kind = kind;
  }
}

/** Several of them, and whether there are more. */
export class CompletionList {
  items: CompletionItem[];
  isIncomplete: boolean;

  constructor(items: CompletionItem[] = [], isIncomplete = false) {
    this.items = items;
    this.isIncomplete = isIncomplete;
  }
}

/** A kind of action, one within another by dots. */
export class CodeActionKind {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value === '' ? part : `${this.value}.${part}`);
  }

  contains(other: CodeActionKind): boolean {
    return (
      this.value === '' || other.value === this.value || other.value.startsWith(`${this.value}.`)
    );
  }

  intersects(other: CodeActionKind): boolean {
    return this.contains(other) || other.contains(this);
  }

  static readonly Empty = new CodeActionKind('');
  static readonly QuickFix = new CodeActionKind('quickfix');
  static readonly Refactor = new CodeActionKind('refactor');
  static readonly RefactorExtract = new CodeActionKind('refactor.extract');
  static readonly RefactorInline = new CodeActionKind('refactor.inline');
  static readonly RefactorMove = new CodeActionKind('refactor.move');
  static readonly RefactorRewrite = new CodeActionKind('refactor.rewrite');
  static readonly Source = new CodeActionKind('source');
  static readonly SourceOrganizeImports = new CodeActionKind('source.organizeImports');
  static readonly SourceFixAll = new CodeActionKind('source.fixAll');
  static readonly Notebook = new CodeActionKind('notebook');
}

/** Something that can be done with a text: an edit, then a command. */
export class CodeAction {
  title: string;
  kind: CodeActionKind | undefined;
  edit: WorkspaceEdit | undefined;
  diagnostics: Diagnostic[] | undefined;
  command: Command | undefined;
  isPreferred: boolean | undefined;
  disabled: { reason: string } | undefined;

  constructor(title: string, kind?: CodeActionKind) {
    this.title = title;
    this.kind = kind;
  }
}

/** A command that is shown between lines. */
export class CodeLens {
  range: Range;
  command: Command | undefined;

  constructor(range: Range, command?: Command) {
    this.range = range;
    this.command = command;
  }

  get isResolved(): boolean {
    return this.command !== undefined;
  }
}

/** A symbol with those in it. */
export class DocumentSymbol {
  name: string;
  detail: string;
  kind: number;
  range: Range;
  selectionRange: Range;
  children: DocumentSymbol[] = [];
  tags: readonly number[] | undefined;

  constructor(name: string, detail: string, kind: number, range: Range, selectionRange: Range) {
    this.name = name;
    this.detail = detail;
    this.kind = kind;
    this.range = range;
    this.selectionRange = selectionRange;
  }
}

/** A symbol of a file. */
export class SymbolInformation {
  name: string;
  kind: number;
  containerName: string;
  location: Location;
  tags: readonly number[] | undefined;

  constructor(name: string, kind: number, containerName: string, location: Location) {
    this.name = name;
    this.kind = kind ?? SymbolKind['Variable'];
    this.containerName = containerName;
    this.location = location;
  }
}

export class DocumentHighlight {
  range: Range;
  kind: number | undefined;

  constructor(range: Range, kind?: number) {
    this.range = range;
    this.kind = kind;
  }
}

export class DocumentLink {
  range: Range;
  target: Uri | undefined;
  tooltip: string | undefined;

  constructor(range: Range, target?: Uri) {
    this.range = range;
    this.target = target;
  }
}

export class FoldingRange {
  start: number;
  end: number;
  kind: number | undefined;

  constructor(start: number, end: number, kind?: number) {
    this.start = start;
    this.end = end;
    this.kind = kind;
  }
}

export class SelectionRange {
  range: Range;
  parent: SelectionRange | undefined;

  constructor(range: Range, parent?: SelectionRange) {
    this.range = range;
    this.parent = parent;
  }
}

export class ParameterInformation {
  label: string | [number, number];
  documentation: string | MarkdownString | undefined;

  constructor(label: string | [number, number], documentation?: string | MarkdownString) {
    this.label = label;
    this.documentation = documentation;
  }
}

export class SignatureInformation {
  label: string;
  documentation: string | MarkdownString | undefined;
  parameters: ParameterInformation[] = [];
  activeParameter: number | undefined;

  constructor(label: string, documentation?: string | MarkdownString) {
    this.label = label;
    this.documentation = documentation;
  }
}

export class SignatureHelp {
  signatures: SignatureInformation[] = [];
  activeSignature = 0;
  activeParameter = 0;
}

/** What a hover or a documentation says, in Markdown. */
export function textOf(given: unknown): string {
  if (typeof given === 'string') return given;
  if (given instanceof MarkdownString) return given.value;
  const { value, language } = Object(given) as { value?: unknown; language?: unknown };
  const text = typeof value === 'string' ? value : '';
  if (typeof language !== 'string') return text;
  return new MarkdownString().appendCodeblock(text, language).value.trim();
}
