import type { GuestContext } from './guest-context.ts';

interface Step {
  message?: string;
  increment?: number;
}

/** `ui.withProgress`. */
export function makeProgress({ link }: GuestContext) {
  return async function withProgress(
    options: { title: string; location?: string; cancellable?: boolean },
    task: (progress: object) => unknown,
  ): Promise<unknown> {
    if (typeof task !== 'function') throw new TypeError('withProgress needs a function to run.');
    const controller = new AbortController();
    const cancel = () => controller.abort();
    const registration = link.register('ui.withProgress', [options], {
      caller: withProgress,
      actions: { cancel },
    });
    const view: { message?: string; percent?: number } = {};
    const report = ({ message, increment }: Step = {}) => {
      if (message !== undefined) view.message = String(message);
      if (increment !== undefined) {
        view.percent = Math.min(100, Math.max(0, (view.percent ?? 0) + Number(increment)));
      }
      registration.render(view);
    };
    try {
      return await task({ report, signal: controller.signal });
    } finally {
      registration.dispose();
    }
  };
}
