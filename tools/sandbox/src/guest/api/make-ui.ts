import type { QuickPicks, StatusBarView } from '../../services/services.ts';
import type { GuestContext } from './guest-context.ts';
import { makeProgress } from './make-progress.ts';
import { makeWebviews } from './make-webviews.ts';

type Item = string | { label: string; description?: string; detail?: string; picked?: boolean };

interface PickOptions {
  title?: string;
  placeholder?: string;
  matchOnDescription?: boolean;
  canPickMany?: boolean;
}

interface BoxOptions {
  password?: boolean;
  validate?(value: string): unknown;
  [key: string]: unknown;
}

/** `ui`. */
export function makeUi(guest: GuestContext) {
  const { link } = guest;

  async function showNotification(
    message: string,
    { type = 'info', actions = [] }: { type?: string; actions?: readonly string[] } = {},
  ): Promise<unknown> {
    const args = [{ message, type, actions }];
    return link.call('ui.showNotification', args, { caller: showNotification });
  }

  async function showQuickPick(
    offered: readonly Item[] | Promise<readonly Item[]>,
    options: PickOptions = {},
  ): Promise<unknown> {
    const items = [...(await offered)];
    const picks = { ...options, items: items.map(toPick) };
    const chosen = await link.call('ui.showQuickPick', [picks], { caller: showQuickPick });
    if (!Array.isArray(chosen)) return undefined;
    const picked = chosen.map((index) => items[Number(index)]);
    return options.canPickMany === true ? picked : picked[0];
  }

  async function showInputBox({ validate, ...options }: BoxOptions = {}): Promise<unknown> {
    const check = validate === undefined ? null : link.keepCallback(validate);
    const box = { ...options, ...(check !== null && { validate: check.id }) };
    try {
      return await link.call('ui.showInputBox', [box], { caller: showInputBox });
    } finally {
      check?.drop();
    }
  }

  function createStatusBarItem({ alignment = 'left', priority = 0 }: Partial<StatusBarView> = {}) {
    const registration = link.register('ui.createStatusBarItem', [{ alignment, priority }], {
      caller: createStatusBarItem,
    });
    const view: Pick<StatusBarView, 'text' | 'tooltip' | 'command' | 'visible'> = {
      text: '',
      visible: false,
    };
    const setter = (key: 'text' | 'tooltip' | 'command') => ({
      enumerable: true,
      get: () => view[key],
      set: (value: unknown) => {
        if (value === undefined) delete view[key as 'tooltip'];
        else view[key] = String(value);
        registration.render(view);
      },
    });
    const show = (visible: boolean) => () => {
      view.visible = visible;
      registration.render(view);
    };
    const item = { show: show(true), hide: show(false), dispose: () => registration.dispose() };
    return Object.defineProperties(item, {
      text: setter('text'),
      tooltip: setter('tooltip'),
      command: setter('command'),
    });
  }

  return {
    showNotification,
    showQuickPick,
    showInputBox,
    withProgress: makeProgress(guest),
    createStatusBarItem,
    createWebviewPanel: makeWebviews(guest),
  };
}

function toPick(item: Item): QuickPicks['items'][number] {
  if (typeof item === 'string') return { label: item, picked: false };
  const { label, description, detail, picked = false } = item;
  return {
    label,
    picked,
    ...(description !== undefined && { description }),
    ...(detail !== undefined && { detail }),
  };
}
