import { nearest, parseJson } from '@orchestra/core';
import { Type } from 'typebox';
import { plain, renderTable, type Style } from '@orchestra/terminal';
import type { DevSession } from './dev-session.ts';
import { type DevLooks, readWish } from './looks/dev-looks.ts';
import { askLanguage } from './vscode/ask-language.ts';
import { readTypedPlace } from './read-typed-place.ts';

const keys = [
  ['c', 'list the commands; a number or a name runs one, with what follows as its arguments'],
  ['r', 'build and start it again'],
  ['o FILE:LINE:COLUMN', 'open a file of the workspace, with the cursor there'],
  ['set KEY VALUE', 'change a setting; without a value, its default comes back'],
  ['s', 'click what it shows in the status bar; s 2 clicks the second'],
  ['w MESSAGE', 'send JSON, or else a text, as its page would; w 2 MESSAGE: the second page'],
  ['x', 'cancel what shows progress'],
  ['t', 'of an extension for VS Code: its trees; t 2 opens, closes or chooses a line'],
  ['p', 'the problems that it found in files'],
  ['l', 'what it answers about a language, at the cursor of the open file: l hover'],
  [
    'v',
    'list its themes, icon themes, grammars and snippets; v 2 shows one, v 2 FILE with a file of yours',
  ],
  ['save', 'save the open file'],
  ['?', 'show this'],
  ['q', 'quit, as Ctrl-C and Ctrl-D do; in a question, Ctrl-C leaves the question'],
] as const;

/** What an author types while an extension runs. */
export class DevShell {
  readonly #session: DevSession;
  readonly #style: Style;
  readonly #print: (text: string) => void;
  readonly #looks: DevLooks;
  readonly #quit = Promise.withResolvers<void>();
  /** What was typed before and is being done: what follows it finds it done. */
  #changes: Promise<void> = Promise.resolve();

  constructor(
    session: DevSession,
    by: { print: (text: string) => void; style: Style; looks: DevLooks },
  ) {
    this.#session = session;
    this.#style = by.style;
    this.#looks = by.looks;
    this.#print = by.print;
  }

  /** What a console is to call. */
  get typing() {
    return {
      onLine: (line: string) => this.#take(line),
      onQuit: () => this.#quit.resolve(),
      complete: () => this.#session.commands.map(({ id }) => id),
    };
  }

  /** Says what can be typed. */
  greet(): void {
    this.#listCommands();
    this.#print(this.#style.dim('A number or a name runs a command; r reload, ? help, q quit'));
  }

  /** Ends with `q`, Ctrl-C, Ctrl-D, or a signal. */
  async untilQuit(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#quit.resolve());
    await this.#quit.promise;
  }

  #take(line: string): void {
    const [key = '', ...args] = line.split(/\s+/);
    const rest = line.slice(key.length).trim();
    switch (key) {
      case '':
        return;
      case 'c':
        this.#listCommands();
        return;
      case 'r':
        void this.#session.load('reload');
        return;
      case 'o':
        this.#attempt(() => this.#open(rest));
        return;
      case 'set':
        this.#attempt(() => this.#set(rest));
        return;
      case 's':
        void this.#changes.then(() => this.#click(rest));
        return;
      case 'w':
        void this.#changes.then(() => this.#post(rest));
        return;
      case 'x':
        if (this.#session.ui.cancel() === 0) this.#print('Nothing can be cancelled');
        return;
      case 't':
        this.#attempt(() => this.#tree(rest));
        return;
      case 'p':
        this.#attempt(() => this.#problems());
        return;
      case 'l':
        this.#attempt(() => this.#ask(rest));
        return;
      case 'v':
        this.#attempt(() => this.#look(rest));
        return;
      case 'save':
        this.#attempt(() => this.#save());
        return;
      case '?':
      case 'h':
        this.#print(
          renderTable(keys.map(([typed, text]) => [`  ${this.#style.bold(typed)}`, text])),
        );
        return;
      case 'q':
        this.#quit.resolve();
        return;
      default:
        void this.#changes.then(() => this.#run(key, args));
    }
  }

  /** Does what a person asks for, once what is under way has ended; says why it can't be done. */
  #attempt(act: () => Promise<void>): void {
    this.#changes = this.#changes.then(async () => {
      await this.#session.settled;
      try {
        await act();
      } catch (error) {
        this.#print(this.#style.red(plain(error instanceof Error ? error.message : String(error))));
      }
    });
  }

  async #open(typed: string): Promise<void> {
    const { path, ...at } = readTypedPlace(typed);
    if (path === '') throw new Error('Say which file: o README.md:3');
    await this.#session.openFile(path, at);
  }

  async #set(typed: string): Promise<void> {
    const [, key = '', value = ''] = /^(\S*)\s*(.*)$/s.exec(typed) ?? [];
    if (key === '') throw new Error('Say which setting: set KEY VALUE');
    await this.#session.set(key, value === '' ? undefined : readTyped(value));
  }

  #click(typed: string): void {
    const items = this.#session.ui.clickable();
    const chosen = items.length === 1 && typed === '' ? items[0] : items[Number(typed) - 1];
    if (chosen !== undefined) chosen.click();
    else if (items.length === 0) this.#print('Nothing in the status bar can be clicked');
    else
      this.#list(
        'Say which: s 1',
        items.map(({ text }) => text),
      );
  }

  #post(typed: string): void {
    const pages = this.#session.ui.pages();
    const [, number, message = ''] = /^(?:(\d+)\s+)?(.*)$/s.exec(typed) ?? [];
    const page = pages[Number(number ?? 1) - 1];
    const isClear = pages.length === 1 || number !== undefined;
    if (pages.length === 0) this.#print('It shows no page');
    else if (page === undefined || !isClear || message === '')
      this.#list(
        'Say which, and what: w 1 {"type": "refresh"}',
        pages.map(({ title }) => title),
      );
    else page.post(readTyped(message));
  }

  async #tree(typed: string): Promise<void> {
    const lines = this.#session.vscode.lines();
    if (lines.length === 0) throw new Error('It shows no tree, or an empty one');
    if (typed !== '') {
      const chosen = lines[Number(typed) - 1];
      if (chosen === undefined) throw new Error(`There is no line ${typed}: t lists them`);
      chosen.act();
      return;
    }
    const marks = { leaf: ' ', closed: '▸', open: '▾' };
    const texts = lines.map(
      ({ depth, line: { state, label } }) => `${'  '.repeat(depth)}${marks[state]} ${label}`,
    );
    this.#list('Say which: t 1', texts);
  }

  async #problems(): Promise<void> {
    const problems = this.#session.vscode.problems();
    if (problems.length === 0) throw new Error('It found no problems');
    this.#print(renderTable(problems.map(({ place, text }) => [plain(place), plain(text)])));
  }

  async #ask(typed: string): Promise<void> {
    const { vscode, editor, kindsOf } = this.#session;
    if (editor === null) throw new Error('The extension does not run');
    const by = { vscode, editor, kindsOf, style: this.#style };
    this.#print(await askLanguage(typed, by));
  }

  async #look(typed: string): Promise<void> {
    if (typed !== '') await this.#looks.show(readWish(typed));
    else if (this.#looks.list().length > 0) this.#looks.tell();
    else throw new Error('It contributes no themes, grammars or snippets');
  }

  async #save(): Promise<void> {
    const { editor } = this.#session;
    const active = editor?.active() ?? null;
    if (editor === null || active === null) throw new Error('Open a file first: o FILE:LINE');
    const isSaved = await editor.save(active.document.path);
    if (!isSaved) throw new Error('It is not saved: the file has changed since it was opened');
    this.#print('Saved');
  }

  #list(advice: string, texts: readonly string[]): void {
    const rows = texts.map((text, at) => [
      this.#style.bold(String(at + 1).padStart(3)),
      plain(text),
    ]);
    this.#print(`${renderTable(rows)}\n${this.#style.dim(advice)}`);
  }

  async #run(typed: string, args: readonly string[]): Promise<void> {
    await this.#session.settled; // what is typed while it starts
    const { commands } = this.#session;
    const found = commands[Number(typed) - 1] ?? commands.find(({ id }) => id === typed);
    if (found !== undefined) {
      await this.#session.run(found.id, args);
      return;
    }
    const near = nearest(
      typed,
      commands.map(({ id }) => id),
    );
    const advice = near === undefined ? 'c lists them' : `did you mean ${near}?`;
    this.#print(`There is no command ${plain(typed)}: ${plain(advice)}`);
  }

  #listCommands(): void {
    const { commands } = this.#session;
    if (commands.length === 0) {
      const none = 'It has no commands: "contributes" of package.json names them';
      this.#print(this.#session.isRunning ? none : 'Its commands are known once it runs');
      return;
    }
    const rows = commands.map(({ id, title, registered }, at) => [
      this.#style.bold(String(at + 1).padStart(3)),
      plain(id),
      title === id ? '' : this.#style.dim(plain(title)),
      registered ? '' : this.#style.yellow('not registered'),
    ]);
    this.#print(renderTable(rows));
  }
}

/** What a person typed: JSON, or else a text. */
function readTyped(typed: string): unknown {
  const parsed = parseJson(Type.Unknown(), typed);
  return parsed.ok ? parsed.value : typed;
}
