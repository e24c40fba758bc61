import { parseValue } from '@orchestra/core';
import { Type } from 'typebox';
import type { StatusBarView } from '../services/services.ts';
import { type ApiRegistration, defineRegistration } from './api-call.ts';
import { nodeWatch } from './node-watch.ts';
import { raycastRegistrations } from './raycast-registrations.ts';
import { registerPage, registerProgress, registerWatcher } from './shown-registrations.ts';
import { vscodeRegistrations } from './vscode-registrations.ts';

const text = Type.String();
const line = Type.Optional(text);

const statusBarView = Type.Object({
  text,
  tooltip: line,
  command: line,
  visible: Type.Boolean(),
});

/** Everything that an extension may register, by the name that it is sent with. */
export const apiRegistrations: ReadonlyMap<string, ApiRegistration> = new Map<
  string,
  ApiRegistration
>([
  ...raycastRegistrations,
  ...vscodeRegistrations,
  ['fs.watch', registerWatcher('fs.watch')],
  ['fs:watch', nodeWatch],
  ['ui.withProgress', registerProgress('ui.withProgress')],
  ['ui.createWebviewPanel', registerPage('ui.createWebviewPanel')],
  [
    'commands.register',
    defineRegistration(
      'commands.register',
      { args: [Type.String({ minLength: 1 })] },
      ([id], { addCommand }) => ({ dispose: addCommand(id) }),
    ),
  ],

  [
    'ui.createStatusBarItem',
    defineRegistration(
      'ui.createStatusBarItem',
      { args: [Type.Object({ alignment: Type.Enum(['left', 'right']), priority: Type.Number() })] },
      ([place], { id, services, runCommand }) => {
        let view: StatusBarView = { ...place, text: '', visible: false };
        const click = () => {
          if (view.command !== undefined) runCommand(view.command);
        };
        return {
          render(next) {
            const parsed = parseValue(statusBarView, next);
            if (!parsed.ok) return;
            view = { ...place, ...parsed.value };
            services.ui.showStatusBarItem(id, view, click);
          },
          dispose: () => services.ui.showStatusBarItem(id, null, click),
        };
      },
    ),
  ],

  [
    'terminal.create',
    defineRegistration(
      'terminal.create',
      {
        args: [
          Type.Object({
            name: line,
            cwd: line,
            env: Type.Optional(Type.Record(text, text)),
          }),
        ],
      },
      async ([options], { id, services, act }) => {
        await services.terminal.create(id, options, (exitCode) => act('closed', exitCode));
        return {
          dispose: () => void services.terminal.dispose(id).catch(() => undefined),
          calls: {
            sendText: (typed: string, how: { execute: boolean }) =>
              services.terminal.sendText(id, typed, how),
            show: () => services.terminal.show(id),
          },
        };
      },
    ),
  ],

  [
    'network.openSocket',
    defineRegistration(
      'network.fetch',
      { args: [text, Type.Array(text)], defaults: [undefined, []] },
      async ([url, protocols], { services, act }) => {
        const settled = Promise.withResolvers<void>();
        const socket = await services.network.openSocket(url, protocols, {
          onOpen: (protocol) => {
            settled.resolve();
            act('open', protocol);
          },
          onMessage: (data) => act('message', data),
          onError: (message) => {
            const error = new Error(message);
            settled.reject(error);
            act('failed', error);
          },
          onClose: (code, reason) => {
            settled.resolve(); // it was closed before it was open
            act('closed', { code, reason });
          },
        });
        return {
          settled: settled.promise,
          dispose: () => socket.close(),
          calls: {
            send: (data: string | Uint8Array) => socket.send(data),
            close: (code?: number, reason?: string) => socket.close(code, reason),
          },
        };
      },
    ),
  ],
]);
