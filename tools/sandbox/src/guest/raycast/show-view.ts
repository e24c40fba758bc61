import { guest } from 'orchestra:api';
import type { ReactNode } from 'react';
import { createElement } from 'react';
import { type ViewNavigator, Views } from './navigation.ts';
import { createRoot } from './reconciler.ts';

/** Milliseconds between two pictures of a view: what changes more often is shown as it is then. */
const frameMs = 16;

/** A view of a command that is shown. */
export interface ShownView {
  /** Ends when the person has left it; throws what it threw while it was rendered. */
  ended: Promise<void>;
  close(): void;
  popToRoot(): void;
  clearSearch(): void;
}

/** Shows what a command renders until the person leaves it, or it ends. */
export function showView(first: ReactNode, caller: (...args: never[]) => unknown): ShownView {
  const ending = Promise.withResolvers<void>();
  const at: { navigator: ViewNavigator | null; timer: unknown; sent: string; searches: number } = {
    navigator: null,
    timer: null,
    sent: '',
    searches: 0,
  };
  const show = () => {
    at.timer = null;
    const view = root.view();
    if (view === null) return;
    const shown = { view, searches: at.searches };
    const text = JSON.stringify(shown); // React tells of props that have stayed the same, too
    if (text === at.sent) return;
    at.sent = text;
    registration.render(shown);
  };
  const root = createRoot({
    onCommit: () => void (at.timer ??= setTimeout(show, frameMs)),
    onError: (error) => end(error),
  });
  const end = (error?: unknown) => {
    clearTimeout(at.timer as never);
    root.unmount();
    registration.dispose();
    if (error === undefined) ending.resolve();
    else ending.reject(error);
  };
  const call = async (number: unknown, args: unknown) => {
    try {
      await root.call(Number(number), Array.isArray(args) ? args : []);
    } catch (error) {
      guest.report(error);
    }
  };
  const registration = guest.link.register('@raycast/api:render', [], {
    caller,
    actions: {
      call: (value) => {
        const { number, args } = value as { number: unknown; args: unknown };
        void call(number, args);
      },
      back: () => {
        if (at.navigator?.pop() !== true) end();
      },
      close: () => end(),
      failed: (error) => end(error),
    },
  });
  root.render(
    createElement(Views, {
      first,
      onReady: (navigator) => void (at.navigator = navigator),
      onLeave: () => end(),
    }),
  );
  return {
    ended: ending.promise,
    close: () => end(),
    popToRoot: () => at.navigator?.popToRoot(),
    clearSearch: () => {
      at.searches += 1;
      at.timer ??= setTimeout(show, frameMs);
    },
  };
}
