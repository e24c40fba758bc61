import orchestra, { guest } from 'orchestra:api';
import { activeEditor } from './documents/open-documents.ts';
import type { TextEditor } from './documents/text-editor.ts';
import { askEditor } from './ask-host.ts';
import { Disposable } from './types/events.ts';
import { pathOf, Uri } from './types/uri.ts';

type Handler = (...args: never[]) => unknown;

const own = new Map<string, Handler>();

function registerCommand(id: string, handler: Handler, thisArg?: unknown): Disposable {
  const run = (...args: unknown[]) => Reflect.apply(handler, thisArg, args);
  const registered = orchestra.commands.register(id, run);
  own.set(id, run);
  return new Disposable(() => {
    own.delete(id);
    registered.dispose();
  });
}

function registerTextEditorCommand(
  id: string,
  handler: (editor: TextEditor, edit: object, ...args: unknown[]) => unknown,
  thisArg?: unknown,
): Disposable {
  return registerCommand(id, async (...args: unknown[]) => {
    const editor = activeEditor();
    if (editor === undefined) throw new Error(`${id} needs an open file: open one first.`);
    let result: unknown;
    await editor.edit((edit) => {
      result = Reflect.apply(handler, thisArg, [editor, edit, ...args]);
    });
    return result;
  });
}

/** What commands of VS Code do here, by their names. */
const builtIn: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
  setContext: () => undefined,
  'vscode.open': async (target) => {
    if (typeof target !== 'string' && !Uri.isUri(target)) return undefined;
    const uri = typeof target === 'string' ? Uri.parse(target) : target;
    const by = { caller: executeCommand };
    if (uri.scheme === 'file') return askEditor('window.showTextDocument', [pathOf(uri), {}], by);
    return askEditor('env.openExternal', [uri.toString()], by);
  },
};

async function executeCommand(id: string, ...args: unknown[]): Promise<unknown> {
  const handler = own.get(id) ?? builtIn[id];
  if (handler !== undefined) return Reflect.apply(handler, undefined, args);
  return guest.link.call(`command:${id}`, [], { caller: executeCommand });
}

async function getCommands(): Promise<unknown> {
  return orchestra.commands.getAll();
}

/** `vscode.commands`. */
export const commands = Object.freeze({
  registerCommand,
  registerTextEditorCommand,
  executeCommand,
  getCommands,
});
