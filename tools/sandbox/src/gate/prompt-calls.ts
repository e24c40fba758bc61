import { Type } from 'typebox';
import { type GatedCall, defineCall } from './api-call.ts';

const text = Type.String();
const line = Type.Optional(text);

const notification = Type.Object({
  message: text,
  type: Type.Enum(['info', 'warning', 'error']),
  actions: Type.Array(text, { maxItems: 20 }),
});

const quickPick = Type.Object({
  items: Type.Array(
    Type.Object({ label: text, description: line, detail: line, picked: Type.Boolean() }),
    { maxItems: 50_000 },
  ),
  title: line,
  placeholder: line,
  matchOnDescription: Type.Optional(Type.Boolean()),
  canPickMany: Type.Optional(Type.Boolean()),
});

const inputBox = Type.Object({
  title: line,
  prompt: line,
  placeholder: line,
  value: line,
  password: Type.Optional(Type.Boolean()),
  validate: Type.Optional(Type.Integer()),
});

/** Calls that ask or tell a person. */
export const promptCalls: Record<string, GatedCall> = {
  'ui.showNotification': defineCall(
    'ui.showNotification',
    { args: [notification], isPrompt: true },
    ([shown], { services, signal }) => services.ui.showNotification(shown, signal),
  ),
  'ui.showQuickPick': defineCall(
    'ui.showQuickPick',
    { args: [quickPick], isPrompt: true },
    ([{ matchOnDescription = false, canPickMany = false, ...picks }], { services, signal }) =>
      services.ui.showQuickPick({ ...picks, matchOnDescription, canPickMany }, signal),
  ),
  'ui.showInputBox': defineCall(
    'ui.showInputBox',
    { args: [inputBox], isPrompt: true },
    ([{ validate, password = false, ...box }], { services, signal, callBack }) =>
      services.ui.showInputBox(
        {
          ...box,
          password,
          validate: async (typed) => {
            if (validate === undefined) return undefined;
            try {
              const wrong = await callBack(validate, [typed]);
              return typeof wrong === 'string' ? wrong : undefined;
            } catch (error) {
              return error instanceof Error ? error.message : 'It could not be checked.';
            }
          },
        },
        signal,
      ),
  ),
  'webview.postMessage': defineCall(
    'ui.createWebviewPanel',
    { args: [Type.Integer(), Type.Unknown()] },
    async ([id, message], { callRegistered }) =>
      (await callRegistered(id, 'postMessage', message)) === true,
  ),
};
