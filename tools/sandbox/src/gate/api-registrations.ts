import { parseValue } from '@orchestra/core';
import { Type } from 'typebox';
import type { StatusBarView } from '../services/services.ts';
import { type ApiRegistration, defineRegistration } from './api-call.ts';
import { nodeWatch } from './node-watch.ts';
import { raycastRegistrations } from './raycast-registrations.ts';

const text = Type.String();
const line = Type.Optional(text);

const statusBarView = Type.Object({
  text,
  tooltip: line,
  command: line,
  visible: Type.Boolean(),
});

const progressView = Type.Object({
  message: line,
  percent: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
});

const webviewView = Type.Object({
  title: text,
  html: text,
  revealed: Type.Integer({ minimum: 0 }),
});

/** Everything that an extension may register, by the name that it is sent with. */
export const apiRegistrations: ReadonlyMap<string, ApiRegistration> = new Map<
  string,
  ApiRegistration
>([
  ...raycastRegistrations,
  [
    'commands.register',
    defineRegistration(
      'commands.register',
      { args: [Type.String({ minLength: 1 })] },
      ([id], { addCommand }) => ({ dispose: addCommand(id) }),
    ),
  ],

  [
    'fs.watch',
    defineRegistration('fs.watch', { args: [text] }, ([pattern], { services, act }) =>
      services.fs.watch(pattern, (change) => act('change', change)),
    ),
  ],

  ['fs:watch', nodeWatch],

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
    'ui.withProgress',
    defineRegistration(
      'ui.withProgress',
      {
        args: [
          Type.Object({
            title: text,
            location: Type.Optional(Type.Enum(['notification', 'status-bar'])),
            cancellable: Type.Optional(Type.Boolean()),
          }),
        ],
      },
      ([{ title, location = 'notification', cancellable = false }], { id, services, act }) => {
        const fixed = { title, location, cancellable };
        const cancel = () => act('cancel');
        services.ui.showProgress(id, fixed, cancel);
        return {
          render(next) {
            const parsed = parseValue(progressView, next);
            if (parsed.ok) services.ui.showProgress(id, { ...fixed, ...parsed.value }, cancel);
          },
          dispose: () => services.ui.showProgress(id, null, cancel),
        };
      },
    ),
  ],

  [
    'ui.createWebviewPanel',
    defineRegistration(
      'ui.createWebviewPanel',
      {
        args: [Type.Object({ id: text, title: text, html: text, enableScripts: Type.Boolean() })],
      },
      ([{ id: name, title, html, enableScripts }], { id, services, act }) => {
        const fixed = { id: name, enableScripts };
        services.ui.showWebview(id, { ...fixed, title, html, revealed: 0 }, act);
        return {
          render(next) {
            const parsed = parseValue(webviewView, next);
            if (parsed.ok) services.ui.showWebview(id, { ...fixed, ...parsed.value }, act);
          },
          dispose: () => services.ui.showWebview(id, null, act),
          calls: { postMessage: (message: unknown) => services.ui.postToWebview(id, message) },
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
