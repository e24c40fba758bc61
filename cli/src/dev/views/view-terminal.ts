import * as clack from '@clack/prompts';
import { fitColumns, plain, type Style } from '@orchestra/terminal';
import { clearScreenDown, cursorTo, emitKeypressEvents, moveCursor } from 'node:readline';
import type { CommandContext } from '../../command.ts';
import { askField } from './ask-field.ts';
import type { ViewAction, ViewState } from '@orchestra/sandbox/views';
import { renderView } from './render-view.ts';

/** What readline tells of a key. */
interface Key {
  name?: string;
  ctrl?: boolean;
  meta?: boolean;
  sequence?: string;
}

/** What a view on a terminal is made with. */
export interface ViewTerminalOptions extends Pick<CommandContext, 'stdin' | 'stdout'> {
  style: Style;
  /** Gives the terminal to something until that ends. */
  inTerminal<T>(use: () => Promise<T>): Promise<T>;
}

/** A line below a view, and what may be done about it. */
export interface ViewNote {
  text: string;
  offer?: { title: string; choose(): void };
}

/** Keys that move, by how many rows. */
const moves = new Map([
  ['up', -1],
  ['down', 1],
  ['pageup', -10],
  ['pagedown', 10],
]);

/** Shows the view of a command on a terminal, and takes keys for it, as long as it is there. */
export class ViewTerminal {
  readonly #options: ViewTerminalOptions;
  #shown: { state: ViewState; leave: () => void; ended: PromiseWithResolvers<void> } | null = null;
  #drawn = 0;
  #notice: ViewNote = { text: '' };
  #isListening = false;
  #questions: Promise<unknown> = Promise.resolve();

  constructor(options: ViewTerminalOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#shown !== null;
  }

  /** Shows a view, or what it looks like now. @param leave what leaves the view on top */
  show(state: ViewState, leave: () => void): void {
    if (this.#shown !== null) {
      this.#shown = { ...this.#shown, state, leave };
      this.#draw();
      return;
    }
    const ended = Promise.withResolvers<void>();
    this.#shown = { state, leave, ended };
    void this.#options.inTerminal(async () => {
      this.#listen();
      await ended.promise;
      await this.#questions;
      this.#rest();
    });
  }

  /** A line below the view, until there is another one. */
  notice(note: ViewNote): void {
    this.#notice = note;
    this.#draw();
  }

  close(): void {
    const shown = this.#shown;
    this.#shown = null;
    this.#notice = { text: '' };
    shown?.ended.resolve();
  }

  /** Gives the terminal to a question that the extension asks while its view is there. */
  pause<T>(question: () => Promise<T>): Promise<T> {
    const asked = this.#questions.then(async () => {
      this.#rest();
      try {
        return await question();
      } finally {
        if (this.#shown !== null) this.#listen();
      }
    });
    this.#questions = asked.catch(() => undefined);
    return asked;
  }

  #listen(): void {
    if (this.#isListening || this.#shown === null) return;
    const { stdin } = this.#options;
    this.#isListening = true;
    emitKeypressEvents(stdin);
    if ('setRawMode' in stdin && typeof stdin.setRawMode === 'function') stdin.setRawMode(true);
    stdin.on('keypress', this.#onKey).resume();
    this.#draw();
  }

  #rest(): void {
    if (!this.#isListening) return;
    const { stdin } = this.#options;
    this.#isListening = false;
    this.#clear();
    stdin.off('keypress', this.#onKey).pause();
    if ('setRawMode' in stdin && typeof stdin.setRawMode === 'function') stdin.setRawMode(false);
  }

  #draw(): void {
    if (!this.#isListening || this.#shown === null) return;
    const { stdout, style } = this.#options;
    const { state } = this.#shown;
    const text = plain(this.#notice.text);
    const notice = text === '' ? [] : [style.blue(text)];
    const lines = [
      style.dim('─'.repeat(Math.min((stdout.columns ?? 80) - 1, 60))),
      ...renderView(state, style),
      ...notice,
      this.#footer(state),
    ];
    const drawn = lines.map((line) => fitColumns(line, stdout)).join('\n');
    this.#clear();
    stdout.write(`${drawn}\n`);
    this.#drawn = drawn.split('\n').length;
  }

  #clear(): void {
    const { stdout } = this.#options;
    if (this.#drawn === 0) return;
    moveCursor(stdout, 0, -this.#drawn);
    cursorTo(stdout, 0);
    clearScreenDown(stdout);
    this.#drawn = 0;
  }

  #footer({ actions, view }: ViewState): string {
    const { style } = this.#options;
    const [first] = actions;
    const isForm = view.kind === 'form';
    const keys = [
      ...(isForm ? ['↵ fill in'] : []),
      ...(first === undefined ? [] : [`${isForm ? '^S' : '↵'} ${plain(first.title)}`]),
      ...(actions.length > 1 ? [`^K ${actions.length} actions`] : []),
      ...(view.choice === null ? [] : ['tab choose']),
      ...(this.#notice.offer === undefined ? [] : [`^T ${plain(this.#notice.offer.title)}`]),
      'esc back',
    ];
    return style.dim(keys.join('  ·  '));
  }

  readonly #onKey = (typed: string | undefined, key: Key): void => {
    const shown = this.#shown;
    if (shown === null) return;
    const { state, leave } = shown;
    const isForm = state.view.kind === 'form';
    const by = moves.get(key.name ?? '');
    if (key.ctrl === true) this.#control(key.name ?? '', shown);
    else if (by !== undefined && isForm) state.moveField(by);
    else if (by !== undefined) state.move(by);
    else if (key.name === 'escape' && state.searchText !== '') state.search('');
    else if (key.name === 'escape') leave();
    else if (key.name === 'return' && isForm) this.#fill(state);
    else if (key.name === 'return') this.#act(state, state.actions[0]);
    else if (key.name === 'tab') this.#choose(state);
    else if (state.view.search !== null && key.meta !== true) this.#type(state, typed ?? '', key);
    this.#draw();
  };

  #control(name: string, { state, leave }: { state: ViewState; leave: () => void }): void {
    if (name === 'c' || name === 'd') {
      for (let depth = state.view.depth; depth >= 0; depth -= 1) leave();
    } else if (name === 'k') this.#chooseAction(state);
    else if (name === 's') this.#act(state, state.actions[0]);
    else if (name === 't') this.#notice.offer?.choose();
    else if (name === 'u') state.search('');
  }

  #type(state: ViewState, typed: string, { name }: Key): void {
    const text = state.searchText;
    if (name === 'backspace') state.search([...text].slice(0, -1).join(''));
    else if (/^[^\p{Cc}]+$/u.test(typed)) state.search(text + typed);
  }

  #fill(state: ViewState): void {
    const field = state.view.fields[state.field];
    if (field === undefined || field.kind === 'note') return;
    void this.pause(async () => {
      const value = await askField(field, state.valueOf(field), this.#options);
      if (value !== undefined) state.fill(field, value);
    });
  }

  #choose(state: ViewState): void {
    const { choice } = state.view;
    if (choice === null || choice.choices.length === 0) return;
    void this.pause(async () => {
      const chosen = await clack.autocomplete({
        message: plain(choice.title) || 'Choose',
        options: choice.choices.map(({ value, title }) => ({ value, label: plain(title) })),
        maxItems: 12,
        input: this.#options.stdin,
        output: this.#options.stdout,
      });
      if (!clack.isCancel(chosen)) state.choose(chosen);
    });
  }

  #chooseAction(state: ViewState): void {
    const { actions } = state;
    if (actions.length === 0) return;
    void this.pause(async () => {
      const at = await clack.select({
        message: 'Actions',
        options: actions.map(({ title, section, shortcut }, value) => {
          const hint = [section, shortcut].filter((one) => one !== '').join(', ');
          return { value, label: plain(title), ...(hint !== '' && { hint: plain(hint) }) };
        }),
        input: this.#options.stdin,
        output: this.#options.stdout,
      });
      if (!clack.isCancel(at)) this.#act(state, actions[at]);
    });
  }

  #act(state: ViewState, action: ViewAction | undefined): void {
    if (action === undefined) return;
    if (action.needs !== 'date') {
      state.act(action);
      return;
    }
    void this.pause(async () => {
      const { stdin, stdout } = this.#options;
      const date = await askField({ kind: 'date', title: action.title }, null, { stdin, stdout });
      if (date === null || date instanceof Date) state.act(action, date);
    });
  }
}
