import type { FolderServices, ToastView, ViewPicture, ViewService } from '@orchestra/sandbox';
import { styleFor } from '@orchestra/terminal';
import type { DevEventOf } from '../dev-event.ts';
import type { Asker, ClickableItem } from '../dev-ui.ts';
import { renderView } from './render-view.ts';
import { ViewState } from '@orchestra/sandbox/views';
import type { ViewNote, ViewTerminal } from './view-terminal.ts';

type Shown = DevEventOf<'shown'>;

/** What shows views for an author. */
export interface DevViewsOptions {
  emit(event: Shown): void;
  /** Null where there is nobody to ask: then a view is told as text, and left once it has come to rest. */
  terminal: ViewTerminal | null;
  asker: Asker | null;
  /** What is selected in the editor; null where nothing is. */
  selection(): { path: string; text: string } | null;
  makeError(message: string): Error;
}

/** For how long a view may not change before nobody's view is left. Milliseconds. */
const restMs = 400;

const marks = { SUCCESS: '✓', FAILURE: '✗', ANIMATED: '…' } as const;

/** Views and toasts of a command for Raycast, on a terminal or as events. */
export class DevViews {
  readonly #options: DevViewsOptions;
  readonly #states = new Map<number, ViewState>();
  /** Leaves the view of a command, with all that is above it. */
  readonly #closings = new Map<number, () => void>();
  readonly #toasts = new Map<number, { text: string; actions: ClickableItem[] }>();
  readonly #rests = new Map<number, NodeJS.Timeout>();
  readonly service: ViewService;

  constructor(options: DevViewsOptions) {
    this.#options = options;
    this.service = {
      showView: (id, picture, act) => this.#showView(id, picture, act),
      showToast: (id, toast, choose) => this.#showToast(id, toast, choose),
      tell: (what, text) => this.#tell(what, text),
      confirm: ({ title, message, yes, no }) => this.#confirm([title, message], [yes, no]),
      open: async (target, application) =>
        this.#tell('open', application === undefined ? target : `${target} with ${application}`),
      selectedText: async () => this.#selected().text,
      selectedFiles: async () => [this.#selected().path],
    };
  }

  /** Whether the view of a command is shown. */
  get isOpen(): boolean {
    return this.#states.size > 0;
  }

  /** What can be done about toasts that are shown. */
  clickable(): ClickableItem[] {
    return [...this.#toasts.values()].flatMap(({ actions }) => actions);
  }

  #showView(
    id: number,
    picture: ViewPicture | null,
    act: (name: string, value?: unknown) => void,
  ): void {
    const { terminal } = this.#options;
    clearTimeout(this.#rests.get(id));
    if (picture === null) {
      this.#rests.delete(id);
      this.#closings.delete(id);
      if (this.#states.delete(id) && this.#states.size === 0) terminal?.close();
      return;
    }
    this.#closeOthers(id, () => act('close'));
    const call = (number: number, ...args: unknown[]) => act('call', { number, args });
    const known = this.#states.get(id);
    const state = known ?? new ViewState(picture.view, call);
    if (known === undefined) this.#states.set(id, state);
    else known.update(picture.view, picture.searches);
    if (terminal !== null) {
      terminal.show(state, () => act('back'));
      return;
    }
    const rested = () => {
      this.#emit('view', renderView(state, plainStyle).join('\n'));
      if (!state.view.isLoading) act('back');
    };
    this.#rests.set(id, setTimeout(rested, restMs));
  }

  /** The view of a command that another one started is in the place of that one's. */
  #closeOthers(id: number, close: () => void): void {
    if (this.#closings.has(id)) return;
    for (const closeOther of this.#closings.values()) closeOther();
    this.#closings.set(id, close);
  }

  #showToast(id: number, toast: ToastView | null, choose: (which: 0 | 1) => void): void {
    if (toast === null) {
      if (this.#toasts.delete(id)) this.#note('');
      return;
    }
    const { title, message, style, actions } = toast;
    const offered = actions.flatMap((name, at) =>
      name === null ? [] : [{ text: name, click: () => choose(at === 0 ? 0 : 1) }],
    );
    const said = [title, message].filter((one) => one !== undefined && one !== '').join(' — ');
    const names = offered.length === 0 ? '' : ` (${offered.map(({ text }) => text).join(', ')})`;
    const text = `${marks[style]} ${said}${names}`;
    const isSame = this.#toasts.get(id)?.text === text;
    this.#toasts.set(id, { text, actions: offered });
    const [first] = offered;
    if (!isSame) this.#tell('toast', text, first && { title: first.text, choose: first.click });
  }

  #tell(what: Shown['what'], text: string, offer?: ViewNote['offer']): void {
    this.#emit(what, text);
    this.#note(`${what}: ${text}`, offer);
  }

  /** Tells of an error while a view is shown, which hides all else that is told. */
  tellError(message: string): void {
    this.#note(`error: ${message}`);
  }

  #note(text: string, offer?: ViewNote['offer']): void {
    const { terminal } = this.#options;
    if (terminal?.isOpen === true) terminal.notice({ text, ...(offer !== undefined && { offer }) });
  }

  #emit(what: Shown['what'], text: string): void {
    this.#options.emit({ type: 'shown', what, text });
  }

  async #confirm(said: (string | undefined)[], [yes, no]: [string, string]): Promise<boolean> {
    const question = said.filter((one) => one !== undefined && one !== '').join(' — ');
    const { asker, emit } = this.#options;
    if (asker !== null) return asker.confirm(`${question} (${yes}, ${no})`);
    emit({ type: 'shown', what: 'alert', text: question, answer: 'left' });
    return false;
  }

  #selected(): { path: string; text: string } {
    const selection = this.#options.selection();
    if (selection !== null && selection.text !== '') return selection;
    throw this.#options.makeError('Nothing is selected: open a file of the workspace first');
  }
}

const plainStyle = styleFor({}, { env: {}, colour: false });

/** What is selected in the editor, or all of its text. */
export function readSelection(
  services: Pick<FolderServices, 'editor'> | undefined,
): { path: string; text: string } | null {
  const state = services?.editor.active() ?? null;
  if (state === null) return null;
  const { path, text } = state.document;
  const { start, end } = state.selection;
  const lines = text.split('\n');
  const offset = (at: { line: number; column: number }) =>
    lines.slice(0, at.line).reduce((sum, line) => sum + line.length + 1, at.column);
  const selected = text.slice(offset(start), offset(end));
  return { path, text: selected === '' ? (lines[start.line] ?? '') : selected };
}
