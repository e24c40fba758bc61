import { parseValue } from '@orchestra/core';
import { Type } from 'typebox';
import { type ApiRegistration, defineRegistration } from './api-call.ts';

const text = Type.String();
const line = Type.Optional(text);

const progressView = Type.Object({
  message: line,
  percent: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
});

const webviewView = Type.Object({
  title: text,
  html: text,
  revealed: Type.Integer({ minimum: 0 }),
});

/** Tells of files that fit a pattern. @param api the member of an API that it is judged by */
export function registerWatcher(api: string): ApiRegistration {
  return defineRegistration(api, { args: [text] }, ([pattern], { services, act }) =>
    services.fs.watch(pattern, (change) => act('change', change)),
  );
}

/** Shows how far something is. @param api the member of an API that it is judged by */
export function registerProgress(api: string): ApiRegistration {
  return defineRegistration(
    api,
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
  );
}

/** Shows a page. @param api the member of an API that it is judged by */
export function registerPage(api: string): ApiRegistration {
  return defineRegistration(
    api,
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
  );
}
