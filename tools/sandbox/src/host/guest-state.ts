import { findPermissions } from '../gate/find-permissions.ts';
import type { GuestState } from '../guest/state.ts';
import type { HostServices } from '../services/services.ts';

/** Members of APIs that answer at once, so that the extension is told beforehand which are refused. */
const answeredAtOnce = [
  'fs.watch',
  'fs:watch',
  'terminal.create',
  'terminal.active',
  'terminal.all',
  'fs:stat', // of the workspace itself
];

/**
 * What an extension reads without waiting, as it is now.
 *
 * @param permissions what package.json declares
 */
export function readGuestState(
  { workspace, settings, editor, system }: HostServices,
  permissions: readonly string[],
): GuestState {
  return {
    workspace: { rootPath: workspace.rootPath, name: workspace.name },
    settings: settings.all(),
    editor: editor.active(),
    refused: findRefused(permissions),
    platform: system.platform,
  };
}

function findRefused(permissions: readonly string[]): Record<string, string> {
  const missing = answeredAtOnce.flatMap((api) =>
    (findPermissions(api) ?? [])
      .filter((permission) => !permissions.includes(permission))
      .map((permission) => [api, permission] as const),
  );
  return Object.fromEntries(missing);
}
