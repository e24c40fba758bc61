/** A preference or an argument, as a manifest declares it. */
export interface RaycastDeclared {
  name: string;
  type: string;
  title?: string;
  placeholder?: string;
  required?: boolean;
  default?: unknown;
  data?: readonly { title: string; value: string }[];
}

/** A command, as a manifest declares it. */
export interface RaycastCommand {
  name: string;
  title: string;
  mode: string;
  preferences: readonly RaycastDeclared[];
  arguments: readonly RaycastDeclared[];
}

/** What an extension is told of itself. */
export interface RaycastExtension {
  name: string;
  owner: string;
  preferences: readonly RaycastDeclared[];
  commands: readonly RaycastCommand[];
}

/** Where it runs. */
export interface RaycastRun {
  extensionPath: string;
  storagePath: string;
  isDevelopment: boolean;
}

/** What is known while an extension runs. */
export const running: {
  extension: RaycastExtension;
  run: RaycastRun;
  /** The command that runs, or ran last. */
  command: RaycastCommand | null;
  launchType: string;
} = {
  extension: { name: '', owner: '', preferences: [], commands: [] },
  run: { extensionPath: '', storagePath: '', isDevelopment: false },
  command: null,
  launchType: 'userInitiated',
};
