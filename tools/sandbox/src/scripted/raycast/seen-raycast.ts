import { ServiceError } from '../../services/service-error.ts';
import type { ToastView, ViewPicture, ViewService } from '../../services/services.ts';
import { ViewState } from '../../views/index.ts';
import type { AskTest } from '../ask-test.ts';
import { unanswered } from '../unanswered.ts';

/** A toast as a test sees it. */
interface SeenToast {
  style: ToastView['style'];
  title: string;
  message: string;
  /** Titles of what may be done about it. */
  actions: string[];
  isShown: boolean;
}

interface ShownToast {
  seen: SeenToast;
  offered: ToastView['actions'];
  choose(which: 0 | 1): void;
}

type Act = (name: string, value?: unknown) => void;

/** What a person would see of an extension for Raycast, in a test. */
export class SeenRaycast {
  /** All that were shown, in order. */
  readonly toasts: SeenToast[] = [];
  readonly huds: string[] = [];
  /** Addresses, files and folders that were opened. */
  readonly opened: string[] = [];
  /** Texts that were pasted into the app in front. */
  readonly pasted: string[] = [];
  /** Subtitles of commands, as `updateCommandMetadata()` gave them last. */
  readonly subtitles: Record<string, string> = {};
  readonly #shownToasts = new Map<number, ShownToast>();
  readonly #views = new Map<number, { state: ViewState; act: Act }>();
  readonly service: ViewService;

  constructor(ask: AskTest) {
    this.service = {
      showView: (id, picture, act) => this.#showView(id, picture, act),
      showToast: (id, toast, choose) => this.#showToast(id, toast, choose),
      tell: (what, text) => this.#tell(what, text),
      confirm: ({ title, message = '', yes, no }) => confirm({ title, message, yes, no }, ask),
      open: async (target) => void this.opened.push(target),
      selectedText: async () => String(await askSelected('getSelectedText', ask)),
      selectedFiles: async () => {
        const files = await askSelected('getSelectedFinderItems', ask);
        return (Array.isArray(files) ? files : [files]).map(String);
      },
    };
  }

  /** The view of the command that was started last; null where none is shown. */
  get view(): ViewState | null {
    return [...this.#views.values()].at(-1)?.state ?? null;
  }

  /** Leaves what is on top. @throws ServiceError `not-found` */
  back(): void {
    const shown = [...this.#views.values()].at(-1);
    if (shown === undefined) throw new ServiceError('not-found', 'No view is shown');
    shown.act('back');
  }

  #showView(id: number, picture: ViewPicture | null, act: Act): void {
    if (picture === null) {
      this.#views.delete(id);
      return;
    }
    const known = this.#views.get(id);
    if (known !== undefined) {
      known.state.update(picture.view, picture.searches);
      return;
    }
    for (const other of this.#views.values()) other.act('close'); // one command has the window
    const call = (number: number, ...args: unknown[]) => act('call', { number, args });
    this.#views.set(id, { state: new ViewState(picture.view, call), act });
  }

  #showToast(id: number, toast: ToastView | null, choose: ShownToast['choose']): void {
    const known = this.#shownToasts.get(id);
    if (toast === null) {
      if (known !== undefined) known.seen.isShown = false;
      this.#shownToasts.delete(id);
      return;
    }
    const { style, title, message = '', actions } = toast;
    const offered = actions.filter((name) => name !== null);
    const next: SeenToast = { style, title, message, actions: offered, isShown: true };
    const seen = known === undefined ? next : Object.assign(known.seen, next);
    if (known === undefined) this.toasts.push(seen);
    this.#shownToasts.set(id, { seen, offered: actions, choose });
  }

  /** Does what a toast offers that is shown. @throws ServiceError `not-found` */
  actOnToast(title: string): void {
    for (const { offered, choose } of [...this.#shownToasts.values()].toReversed()) {
      const at = offered.indexOf(title);
      if (at < 0) continue;
      choose(at === 0 ? 0 : 1);
      return;
    }
    const there = [...this.#shownToasts.values()].flatMap(({ seen }) => seen.actions);
    const others = there.length === 0 ? 'none offers anything' : `they offer ${there.join(', ')}`;
    throw new ServiceError('not-found', `No toast offers "${title}"; ${others}`);
  }

  #tell(what: Parameters<ViewService['tell']>[0], text: string): void {
    if (what === 'hud') this.huds.push(text);
    else if (what === 'pasted') this.pasted.push(text);
    else if (what === 'subtitle') {
      const [command = '', ...subtitle] = text.split(': ');
      this.subtitles[command] = subtitle.join(': ');
    }
  }
}

async function confirm(
  asked: { title: string; message: string; yes: string; no: string },
  ask: AskTest,
): Promise<boolean> {
  const { title, message, yes, no } = asked;
  const answer = await ask('confirmAlert', { title, message, actions: [yes, no] });
  if (answer === null) {
    throw unanswered(`the alert "${title}"`, "host.answer('confirmAlert', true), or false");
  }
  const { value } = answer;
  if (typeof value === 'boolean') return value;
  if (value === undefined || value === no) return false;
  if (value === yes) return true;
  const refused = `The test answers ${JSON.stringify(value)}, and the alert "${title}" offers ${yes} and ${no}`;
  throw new ServiceError('no-answer', refused);
}

/** @throws ServiceError `not-found` where the test says nothing of it, as where nothing is selected */
async function askSelected(api: string, ask: AskTest): Promise<unknown> {
  const answer = await ask(api, {});
  if (answer !== null) return answer.value;
  throw new ServiceError('not-found', 'Nothing is selected');
}
