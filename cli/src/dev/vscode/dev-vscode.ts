import type {
  LanguageProvider,
  ShownDiagnostics,
  TreeLine,
  TreeShown,
  VscodeService,
} from '@orchestra/sandbox';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DevEventOf } from '../dev-event.ts';

type Shown = DevEventOf<'shown'>;

/** A line of a tree that a person can open, close or choose. */
export interface OpenLine {
  depth: number;
  line: TreeLine;
  act(): void;
}

/** A problem of a file, as it is told. */
interface Problem {
  place: string;
  text: string;
}

const severities = ['error', 'warning', 'info', 'hint'] as const;

/** For how long a tree may not change before it is told. Milliseconds. */
const restMs = 100;

/** What extensions for VS Code show and offer to an author: as text, and to be asked. */
export class DevVscode {
  readonly #emit: (event: Shown) => void;
  readonly #workspace: string;
  readonly #trees = new Map<
    number,
    { tree: TreeShown; act: (name: 'toggle' | 'choose', line: number) => void }
  >();
  readonly #diagnostics = new Map<number, ShownDiagnostics>();
  readonly #providers = new Map<number, LanguageProvider>();
  readonly #told = new Map<number, string>();
  readonly #timers = new Map<number, NodeJS.Timeout>();
  readonly service: VscodeService;

  /** @param by.workspace absolute path of the folder that is open */
  constructor(by: { emit(event: Shown): void; workspace: string }) {
    this.#emit = (event) => by.emit(event);
    this.#workspace = by.workspace;
    this.service = {
      print: (channel, text) => this.#show('output', `${channel}: ${text.trimEnd()}`),
      showTree: (id, tree, act) => {
        if (tree === null) {
          this.#trees.delete(id);
          this.#told.delete(id);
          return;
        }
        this.#trees.set(id, { tree, act });
        this.#tellSoon(id, 'tree', () => this.#treeText(id));
      },
      showDiagnostics: (id, shown) => {
        if (shown === null) this.#diagnostics.delete(id);
        else this.#diagnostics.set(id, shown);
        this.#tellSoon(id, 'diagnostics', () => this.#diagnosticsText(id));
      },
      addProvider: (id, provider) => {
        if (provider === null) this.#providers.delete(id);
        else this.#providers.set(id, provider);
      },
      openExternal: async (address) => {
        this.#show('open', address);
        return true;
      },
    };
  }

  /** Whether the extension shows or offers anything of this kind. */
  get isEmpty(): boolean {
    return this.#trees.size + this.#diagnostics.size + this.#providers.size === 0;
  }

  /** Lines of all trees, in order; what can be opened is opened or closed by `act`, others are chosen. */
  lines(): OpenLine[] {
    return [...this.#trees.values()].flatMap(({ tree, act }) => {
      const flatten = (line: TreeLine, depth: number): OpenLine[] => [
        { depth, line, act: () => act(line.state === 'leaf' ? 'choose' : 'toggle', line.number) },
        ...line.children.flatMap((child) => flatten(child, depth + 1)),
      ];
      return tree.lines.flatMap((line) => flatten(line, 0));
    });
  }

  /** Problems of all files, in order. */
  problems(): Problem[] {
    return [...this.#diagnostics.values()].flatMap((shown) => this.#problemsOf(shown));
  }

  /** What answers about a language, by kinds in order. */
  providers(kinds: readonly string[]): LanguageProvider[] {
    return kinds.flatMap((kind) =>
      [...this.#providers.values()].filter((provider) => provider.kind === kind),
    );
  }

  /** Where a file is, for people: relative to the workspace where it is in it. Lines and columns from 0. */
  placeOf(uri: string, { line, column }: { line: number; column: number }): string {
    return `${this.#fileOf(uri)}:${line + 1}:${column + 1}`;
  }

  #fileOf(uri: string): string {
    if (!uri.startsWith('file:')) return uri;
    const path = fileURLToPath(uri);
    const inner = relative(this.#workspace, path);
    return inner.startsWith('..') ? path : inner;
  }

  #problemsOf({ files }: ShownDiagnostics): Problem[] {
    return files.flatMap(({ uri, diagnostics }) =>
      diagnostics.map(({ range, message, severity, source, code }) => {
        const by = [source, code].filter((one) => one !== '').join(' ');
        const of = by === '' ? '' : ` (${by})`;
        const text = `${severities[severity] ?? 'error'}: ${message}${of}`;
        return { place: this.placeOf(uri, range.start), text };
      }),
    );
  }

  #treeText(id: number): string {
    const found = this.#trees.get(id);
    if (found === undefined) return '';
    const { tree } = found;
    const lines = tree.lines.flatMap((line) => renderLine(line, 1));
    const cut = tree.isCut ? ['  … and more'] : [];
    return [`${tree.id}${lines.length === 0 ? ' is empty' : ''}`, ...lines, ...cut].join('\n');
  }

  #diagnosticsText(id: number): string {
    const shown = this.#diagnostics.get(id);
    const problems = shown === undefined ? [] : this.#problemsOf(shown);
    if (problems.length === 0) return this.#told.has(id) ? 'no problems any more' : '';
    const listed = problems.slice(0, 20).map(({ place, text }) => `${place} ${text}`);
    const more = problems.length > 20 ? [`… and ${problems.length - 20} more`] : [];
    return [...listed, ...more].join('\n');
  }

  /** Tells of what has come to rest, where it is another than was told. */
  #tellSoon(id: number, what: 'tree' | 'diagnostics', read: () => string): void {
    clearTimeout(this.#timers.get(id));
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      const text = read();
      if (text === '' || this.#told.get(id) === text) return;
      this.#told.set(id, text);
      this.#show(what, text);
    }, restMs);
    this.#timers.set(id, timer);
  }

  #show(what: Shown['what'], text: string): void {
    this.#emit({ type: 'shown', what, text: text.slice(0, 20_000) });
  }
}

const marks = { leaf: ' ', closed: '▸', open: '▾' } as const;

function renderLine({ label, description, state, children }: TreeLine, depth: number): string[] {
  const more = description === undefined ? '' : `  ${description}`;
  const own = `${'  '.repeat(depth)}${marks[state]} ${label}${more}`;
  return [own, ...children.flatMap((child) => renderLine(child, depth + 1))];
}
