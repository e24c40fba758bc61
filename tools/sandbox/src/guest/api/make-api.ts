import { Emitter } from './emitter.ts';
import type { GuestContext } from './guest-context.ts';
import { makeAi } from './make-ai.ts';
import { makeCommands } from './make-commands.ts';
import { makeEditor } from './make-editor.ts';
import { makeFiles } from './make-files.ts';
import {
  makeClipboard,
  makeSecrets,
  makeSettings,
  makeStorage,
  makeSystem,
  makeWorkspace,
} from './make-simple.ts';
import { makeTerminals } from './make-terminals.ts';
import { makeUi } from './make-ui.ts';

/** The API of native extensions, and what of it the host reaches. */
export function makeApi(guest: GuestContext, fetch: unknown) {
  const settingsChanged = new Emitter<unknown>(guest);
  const secretsChanged = new Emitter<unknown>(guest);
  const commands = makeCommands(guest);
  const editor = makeEditor(guest);
  const orchestra = {
    fs: makeFiles(guest),
    network: { fetch },
    ai: makeAi(guest),
    clipboard: makeClipboard(guest),
    ui: makeUi(guest),
    terminal: makeTerminals(guest),
    workspace: makeWorkspace(guest),
    commands: commands.api,
    editor: editor.api,
    settings: makeSettings(guest, settingsChanged),
    storage: makeStorage(guest),
    system: makeSystem(guest),
  };
  for (const part of [orchestra.workspace.git, ...Object.values(orchestra)]) Object.freeze(part);
  return {
    orchestra: Object.freeze(orchestra),
    secrets: Object.freeze(makeSecrets(guest, secretsChanged)),
    runCommand: commands.run,
    /** What happened to all, by name. */
    events: {
      'settings.onDidChange': (value: unknown) => settingsChanged.fire(value),
      'secrets.onDidChange': (value: unknown) => secretsChanged.fire(value),
      'editor.onDidChangeDocument': editor.documentChanged,
      'editor.changed': editor.editorChanged,
    } as Record<string, (value: unknown) => void>,
  };
}
