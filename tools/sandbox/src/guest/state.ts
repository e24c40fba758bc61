import type { EditorState } from '../services/services.ts';

/** What the API reads without waiting; the host says when it changes. */
export interface GuestState {
  workspace: { rootPath: string | null; name: string | null };
  settings: Record<string, unknown>;
  editor: EditorState | null;
  /** Calls that answer at once and that the gate refuses: the permission that each would need. */
  refused: Record<string, string>;
  platform: 'darwin' | 'linux' | 'win32';
}

/** What an extension is told of itself. */
export interface GuestPaths {
  extensionPath: string;
  storagePath: string;
  globalStoragePath: string;
}

/** A state to begin with. */
export function emptyState(): GuestState {
  return {
    workspace: { rootPath: null, name: null },
    settings: {},
    editor: null,
    refused: {},
    platform: 'linux',
  };
}
