import { ServiceError } from '../services/service-error.ts';
import type {
  InputBox,
  ProgressView,
  QuickPicks,
  StatusBarView,
  TerminalService,
  UiService,
  WebviewView,
} from '../services/services.ts';
import type { AskTest } from './ask-test.ts';
import { unanswered } from './unanswered.ts';

/** A terminal, and what was typed into it. */
export interface SeenTerminal {
  name: string;
  cwd?: string;
  env?: Record<string, string>;
  sent: string[];
  isShown: boolean;
  isOpen: boolean;
}

/** A page of an extension, and the messages that it was sent. */
export interface SeenWebview extends WebviewView {
  received: unknown[];
  isOpen: boolean;
}

/** A text that an input box didn't take, and what it said of it. */
export interface RejectedInput {
  text: string;
  message: string;
}

interface Shown<View, Action extends string> {
  view: View;
  act(name: Action, value?: unknown): void;
}

/** What a person would see, and could do, in a test. */
export class SeenInterface {
  readonly rejected: RejectedInput[] = [];
  readonly progress: { title: string; steps: ProgressView[]; isOpen: boolean }[] = [];
  readonly webviews: SeenWebview[] = [];
  readonly terminals: SeenTerminal[] = [];
  readonly #ask: AskTest;
  readonly #bars = new Map<number, Shown<StatusBarView, 'click'>>();
  readonly #openProgress = new Map<
    number,
    { cancel(): void; seen: SeenInterface['progress'][0] }
  >();
  readonly #openWebviews = new Map<number, Shown<SeenWebview, 'message' | 'closed'>>();
  readonly #openTerminals = new Map<
    number,
    { seen: SeenTerminal; close(code: number | undefined): void }
  >();

  constructor(ask: AskTest) {
    this.#ask = ask;
  }

  /** Items of the status bar that are visible, those further left first. */
  get statusBar(): StatusBarView[] {
    return Array.from(this.#bars.values(), ({ view }) => view)
      .filter(({ visible }) => visible)
      .toSorted((one, other) => other.priority - one.priority);
  }

  readonly ui: UiService = {
    showNotification: async (notification) => {
      const answer = await this.#ask('ui.showNotification', { ...notification });
      return answer === null || answer.value === undefined ? undefined : String(answer.value);
    },
    showQuickPick: (picks) => this.#pick(picks),
    showInputBox: (box) => this.#input(box),
    showStatusBarItem: (id, view, act) => {
      if (view === null) this.#bars.delete(id);
      else this.#bars.set(id, { view, act });
    },
    showProgress: (id, view, act) => this.#showProgress(id, view, () => act('cancel')),
    showWebview: (id, view, act) => this.#showWebview(id, view, act),
    postToWebview: (id, message) => {
      this.#openWebviews.get(id)?.view.received.push(message);
      return this.#openWebviews.has(id);
    },
  };

  readonly terminal: TerminalService = {
    create: async (id, options, onClose) => {
      const seen: SeenTerminal = {
        ...options,
        name: options.name ?? `Terminal ${id}`,
        sent: [],
        isShown: false,
        isOpen: true,
      };
      this.terminals.push(seen);
      this.#openTerminals.set(id, { seen, close: onClose });
      return { name: seen.name };
    },
    sendText: async (id, text, { execute }) => {
      this.#openTerminals.get(id)?.seen.sent.push(execute ? `${text}\n` : text);
    },
    show: async (id) => {
      const seen = this.#openTerminals.get(id)?.seen;
      if (seen !== undefined) seen.isShown = true;
    },
    dispose: async (id) => this.#endTerminal(id),
  };

  async #pick(picks: QuickPicks): Promise<number[] | undefined> {
    const answer = await this.#ask('ui.showQuickPick', { ...picks });
    if (answer === null)
      throw noAnswer(`ui.showQuickPick of ${labelsOf(picks)}`, 'ui.showQuickPick');
    if (answer.value === undefined) return undefined;
    const chosen = Array.isArray(answer.value) ? answer.value : [answer.value];
    return chosen.map((one: unknown) => findPick(picks, one));
  }

  async #input(box: InputBox): Promise<string | undefined> {
    const { validate, ...shown } = box;
    const answer = await this.#ask('ui.showInputBox', shown);
    if (answer === null) {
      throw noAnswer(`ui.showInputBox "${box.prompt ?? box.title ?? ''}"`, 'ui.showInputBox');
    }
    if (answer.value === undefined) return undefined;
    for (const text of Array.isArray(answer.value) ? answer.value : [answer.value]) {
      const message = await validate(String(text));
      if (message === undefined) return String(text);
      this.rejected.push({ text: String(text), message });
    }
    return undefined; // nobody can confirm a text that is wrong
  }

  #showProgress(id: number, view: ProgressView | null, cancel: () => void): void {
    const open = this.#openProgress.get(id);
    if (view === null) {
      if (open !== undefined) open.seen.isOpen = false;
      this.#openProgress.delete(id);
    } else if (open === undefined) {
      const seen = { title: view.title, steps: [], isOpen: true };
      this.progress.push(seen);
      this.#openProgress.set(id, { cancel, seen });
    } else {
      open.seen.steps.push(view);
    }
  }

  #showWebview(
    id: number,
    view: WebviewView | null,
    act: (name: 'message' | 'closed', value: unknown) => void,
  ): void {
    const open = this.#openWebviews.get(id);
    if (view === null) {
      if (open !== undefined) open.view.isOpen = false;
      this.#openWebviews.delete(id);
    } else if (open === undefined) {
      const seen = { ...view, received: [], isOpen: true };
      this.webviews.push(seen);
      this.#openWebviews.set(id, { view: seen, act });
    } else {
      Object.assign(open.view, view);
    }
  }

  /** A person clicks an item of the status bar, found by its text or a part of it. */
  click(text: string): void {
    const bars = Array.from(this.#bars.values()).filter(({ view }) => view.visible);
    const found =
      bars.find(({ view }) => view.text === text) ??
      bars.find(({ view }) => view.text.includes(text));
    if (found === undefined) {
      throw missing(
        `item "${text}" in the status bar`,
        bars.map(({ view }) => view.text),
      );
    }
    found.act('click');
  }

  cancelProgress(title: string): void {
    const open = Array.from(this.#openProgress.values());
    const found = open.find(({ seen }) => seen.title === title);
    if (found === undefined)
      throw missing(
        `progress "${title}"`,
        open.map(({ seen }) => seen.title),
      );
    found.cancel();
  }

  /** A page sends a message, or is closed by a person. */
  actOnWebview(name: string, action: 'message' | 'closed', value?: unknown): void {
    const found = Array.from(this.#openWebviews).find(([, { view }]) => view.id === name);
    if (found === undefined) {
      const names = Array.from(this.#openWebviews.values(), ({ view }) => view.id);
      throw missing(`webview "${name}"`, names);
    }
    const [id, { view, act }] = found;
    if (action === 'closed') {
      view.isOpen = false;
      this.#openWebviews.delete(id);
    }
    act(action, value);
  }

  closeTerminal(name: string, exitCode: number | undefined): void {
    const open = Array.from(this.#openTerminals);
    const found = open.find(([, { seen }]) => seen.name === name);
    if (found === undefined)
      throw missing(
        `terminal "${name}"`,
        open.map(([, { seen }]) => seen.name),
      );
    this.#endTerminal(found[0]);
    found[1].close(exitCode);
  }

  #endTerminal(id: number): void {
    const open = this.#openTerminals.get(id);
    if (open !== undefined) open.seen.isOpen = false;
    this.#openTerminals.delete(id);
  }
}

function findPick(picks: QuickPicks, wanted: unknown): number {
  const index =
    typeof wanted === 'number'
      ? wanted
      : picks.items.findIndex(({ label }) => label === (Object(wanted).label ?? wanted));
  if (picks.items[index] !== undefined) return index;
  throw new ServiceError(
    'no-answer',
    `The test answers ${JSON.stringify(wanted)}, and ui.showQuickPick offers ${labelsOf(picks)}`,
  );
}

function labelsOf({ items }: QuickPicks): string {
  const shown = items.slice(0, 8).map(({ label }) => `"${label}"`);
  return `${shown.join(', ')}${items.length > 8 ? ` and ${items.length - 8} more` : ''}`;
}

function noAnswer(what: string, api: string): ServiceError {
  return unanswered(what, `host.answer('${api}', …), with undefined for a person who leaves it`);
}

function missing(what: string, there: readonly string[]): ServiceError {
  const others = there.length === 0 ? 'there is none' : `there is ${there.join(', ')}`;
  return new ServiceError('not-found', `There is no ${what}; ${others}`);
}
