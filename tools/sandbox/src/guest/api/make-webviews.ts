import { Emitter } from './emitter.ts';
import type { GuestContext } from './guest-context.ts';

interface WebviewOptions {
  id: string;
  title: string;
  html?: string;
  enableScripts?: boolean;
}

/** `ui.createWebviewPanel`. */
export function makeWebviews(guest: GuestContext) {
  const { link } = guest;
  return function createWebviewPanel({
    id,
    title,
    html = '',
    enableScripts = false,
  }: WebviewOptions) {
    const received = new Emitter<unknown>(guest);
    const disposed = new Emitter<void>(guest);
    const view = { title, html, revealed: 0 };
    let visible = true;
    const end = () => {
      if (!visible) return;
      visible = false;
      disposed.fire();
    };
    const registration = link.register(
      'ui.createWebviewPanel',
      [{ id, title, html, enableScripts }],
      {
        caller: createWebviewPanel,
        actions: { message: (value) => received.fire(value), closed: end },
      },
    );
    const change = (changes: Partial<typeof view>) => {
      Object.assign(view, changes);
      registration.render(view);
    };
    return {
      get title() {
        return view.title;
      },
      set title(value) {
        change({ title: String(value) });
      },
      get html() {
        return view.html;
      },
      set html(value) {
        change({ html: String(value) });
      },
      get visible() {
        return visible;
      },
      reveal: () => change({ revealed: view.revealed + 1 }),
      postMessage: async function postMessage(message: unknown): Promise<unknown> {
        if (!visible) return false;
        return link.call('webview.postMessage', [registration.id, message], {
          caller: postMessage,
        });
      },
      onDidReceiveMessage: received.event,
      onDidDispose: disposed.event,
      dispose() {
        registration.dispose();
        end();
      },
    };
  };
}
