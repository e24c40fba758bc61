import type { UiService, WebviewView } from '@orchestra/sandbox';
import type { DevEventOf } from './dev-event.ts';

/** Who answers what an extension asks. A signal that is aborted takes the question away. */
export interface Asker {
  /** Gives the indexes of what was chosen; undefined where the person leaves. */
  choose(
    question: {
      message: string;
      options: readonly { label: string; hint?: string }[];
      /** Indexes of what is chosen at first, where several may be; undefined where one is. */
      picked?: readonly number[];
    },
    signal: AbortSignal,
  ): Promise<number[] | undefined>;
  write(
    question: {
      message: string;
      value?: string;
      placeholder?: string;
      isSecret: boolean;
      validate(text: string): Promise<string | undefined>;
    },
    signal: AbortSignal,
  ): Promise<string | undefined>;
  confirm(question: string): Promise<boolean>;
}

/** An item of the status bar that can be clicked. */
export interface ClickableItem {
  text: string;
  click(): void;
}

/** A page that an extension shows. */
export interface OpenPage {
  title: string;
  /** Tells the extension a message, as a script of the page would. */
  post(message: unknown): void;
}

/** What an extension shows, on a terminal or as events; and what a person does with it. */
export interface DevUi {
  service: UiService;
  /** In the order in which they were first shown. */
  clickable(): ClickableItem[];
  pages(): OpenPage[];
  /** Cancels all progress that can be; gives how many there are. */
  cancel(): number;
}

type Shown = DevEventOf<'shown'>;

/**
 * Makes what shows and asks for an extension.
 *
 * @param by.showPage called with each page, and again where its title or HTML is another
 * @param by.asker null where there is nobody to ask: then each question is answered as one that was left
 */
export function makeDevUi(by: {
  emit(event: Shown): void;
  showPage(page: Pick<WebviewView, 'id' | 'title' | 'html'>): void;
  asker: Asker | null;
  /** What else can be clicked. */
  moreClickable?(): ClickableItem[];
}): DevUi {
  const { emit, asker } = by;
  const clickable = new Map<number, ClickableItem>();
  const pages = new Map<number, OpenPage>();
  const cancels = new Map<number, () => void>();
  const last = new Map<number, string>();
  const show = (what: Shown['what'], text: string) => emit({ type: 'shown', what, text });
  const leave = (what: Shown['what'], text: string) =>
    emit({ type: 'shown', what, text, answer: 'left' });
  const showOnce = (id: number, what: Shown['what'], text: string) => {
    if (last.get(id) === text) return;
    last.set(id, text);
    show(what, text);
  };
  const service: UiService = {
    async showNotification({ message, type, actions }, signal) {
      const text = `${type}: ${message}`;
      if (actions.length === 0) return void show('notification', text);
      if (asker === null) return void leave('notification', `${text} (${actions.join(', ')})`);
      const options = actions.map((label) => ({ label }));
      const chosen = await asker.choose({ message: text, options }, signal);
      return actions[chosen?.[0] ?? -1];
    },
    async showQuickPick({ items, title, placeholder, canPickMany }, signal) {
      const message = title ?? placeholder ?? 'Choose';
      if (asker === null) {
        const labels = items.slice(0, 20).map(({ label }) => label);
        return void leave('quick-pick', `${message}: ${labels.join(', ')}`);
      }
      const options = items.map(({ label, description, detail }) => {
        const hint = [description, detail].filter((one) => one !== undefined).join(' ');
        return { label, hint };
      });
      const picked = items.flatMap((item, at) => (item.picked ? [at] : []));
      return asker.choose({ message, options, ...(canPickMany && { picked }) }, signal);
    },
    async showInputBox({ title, prompt, password: isSecret, ...box }, signal) {
      const message = [title, prompt].filter((one) => one !== undefined).join(': ') || 'Write';
      if (asker === null) return void leave('input-box', message);
      return asker.write({ message, isSecret, ...box }, signal);
    },
    showStatusBarItem(id, item, act) {
      if (item === null || !item.visible) {
        clickable.delete(id);
        last.delete(id);
        return;
      }
      if (item.command === undefined) clickable.delete(id);
      else clickable.set(id, { text: item.text, click: () => act('click') });
      showOnce(id, 'status-bar', item.text);
    },
    showProgress(id, progress, act) {
      if (progress === null) {
        cancels.delete(id);
        if (last.delete(id)) show('progress', 'done');
        return;
      }
      if (progress.cancellable) cancels.set(id, () => act('cancel'));
      const percent = progress.percent === undefined ? [] : [`${Math.round(progress.percent)} %`];
      const said = progress.message === undefined ? [] : [progress.message];
      showOnce(id, 'progress', [progress.title, ...said, ...percent].join(' · '));
    },
    showWebview(id, view, act) {
      if (view === null) {
        pages.delete(id);
        if (last.delete(id)) show('webview', 'closed');
        return;
      }
      pages.set(id, { title: view.title, post: (message) => act('message', message) });
      const shown = JSON.stringify([view.title, view.html]);
      if (last.get(id) === shown) return;
      last.set(id, shown);
      by.showPage(view);
    },
    postToWebview(_id, message) {
      show('webview-message', (JSON.stringify(message) ?? 'undefined').slice(0, 2000));
      return true;
    },
  };
  const cancel = () => {
    for (const act of cancels.values()) act();
    return cancels.size;
  };
  return {
    service,
    clickable: () => [...clickable.values(), ...(by.moreClickable?.() ?? [])],
    pages: () => [...pages.values()],
    cancel,
  };
}
