import { neverFires } from './types/events.ts';
import { ExtensionKind } from './types/enums.ts';
import { Uri } from './types/uri.ts';

/** What an extension is told of itself. */
export interface VscodeFacts {
  /** `publisher.name` */
  id: string;
  /** As it stands in package.json. */
  packageJSON: Record<string, unknown>;
}

/** The extension that runs, as `extensions.getExtension` gives it. */
export interface OwnExtension {
  id: string;
  extensionUri: Uri;
  extensionPath: string;
  isActive: boolean;
  packageJSON: Record<string, unknown>;
  extensionKind: number;
  exports: unknown;
  activate(): Promise<unknown>;
}

const running: { own: OwnExtension | null } = { own: null };

/** Says which extension runs. */
export function setOwnExtension(
  { id, packageJSON }: VscodeFacts,
  extensionPath: string,
): OwnExtension {
  const own: OwnExtension = {
    id,
    extensionUri: Uri.file(extensionPath),
    extensionPath,
    isActive: false,
    packageJSON,
    extensionKind: ExtensionKind['Workspace'] ?? 2,
    exports: undefined,
    activate: async () => own.exports,
  };
  running.own = own;
  return own;
}

/** `vscode.extensions`: others are out of reach. */
export const extensions = Object.freeze({
  getExtension: (id: string) =>
    running.own?.id.toLowerCase() === String(id).toLowerCase() ? running.own : undefined,
  get all() {
    return running.own === null ? [] : [running.own];
  },
  onDidChange: neverFires(),
});
