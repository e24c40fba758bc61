import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ServiceError } from '../services/service-error.ts';
import type { EditorState } from '../services/services.ts';
import type {
  LanguageProvider,
  ShownDiagnostics,
  TreeLine,
  TreeShown,
  VscodeService,
} from '../services/vscode-service.ts';
import { languageQuestions } from '../services/language-questions.ts';

/** A problem of a file, as a test sees it; line and column are from 1. */
interface SeenProblem {
  file: string;
  line: number;
  column: number;
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
  source: string;
  code: string;
}

/** A line of a tree, as a test sees it. */
interface SeenLine {
  label: string;
  description: string;
  isOpen: boolean;
  children: SeenLine[];
}

type Act = (name: 'toggle' | 'choose', line: number) => void;

const severities = ['error', 'warning', 'info', 'hint'] as const;

/** What a person would see of an extension for VS Code, and could ask it, in a test. */
export class SeenVscode {
  /** What channels printed, by their names. */
  readonly output: Record<string, string> = {};
  /** Addresses that were opened. */
  readonly opened: string[] = [];
  readonly #trees = new Map<number, { tree: TreeShown; act: Act }>();
  readonly #diagnostics = new Map<number, ShownDiagnostics>();
  readonly #providers = new Map<number, LanguageProvider>();

  readonly service: VscodeService = {
    print: (channel, text) => {
      const before = Object.hasOwn(this.output, channel) ? this.output[channel] : '';
      Object.defineProperty(this.output, channel, {
        value: `${before}${text}`,
        enumerable: true,
        configurable: true,
      });
    },
    showTree: (id, tree, act) => {
      if (tree === null) this.#trees.delete(id);
      else this.#trees.set(id, { tree, act });
    },
    showDiagnostics: (id, shown) => {
      if (shown === null) this.#diagnostics.delete(id);
      else this.#diagnostics.set(id, shown);
    },
    addProvider: (id, provider) => {
      if (provider === null) this.#providers.delete(id);
      else this.#providers.set(id, provider);
    },
    openExternal: async (address) => this.opened.push(address) > 0,
  };

  /** Problems of all files, in order. @param workspace absolute path of the folder that is open */
  problems(workspace: string): SeenProblem[] {
    return [...this.#diagnostics.values()].flatMap(({ files }) =>
      files.flatMap(({ uri, diagnostics }) =>
        diagnostics.map(({ range, severity, ...told }) => ({
          ...told,
          file: uri.startsWith('file:') ? relative(workspace, fileURLToPath(uri)) : uri,
          line: range.start.line + 1,
          column: range.start.column + 1,
          severity: severities[severity] ?? 'error',
        })),
      ),
    );
  }

  /** The lines of a tree that are shown. @throws ServiceError `not-found` */
  tree(view: string): SeenLine[] {
    return this.#find(view).tree.lines.map(toSeen);
  }

  /** Opens, closes or chooses the first line of a tree with a label. @throws ServiceError `not-found` */
  chooseLine(view: string, label: string): void {
    const { tree, act } = this.#find(view);
    const find = (lines: readonly TreeLine[]): TreeLine | undefined =>
      lines.find((line) => line.label === label) ??
      lines.map(({ children }) => find(children)).find((line) => line !== undefined);
    const line = find(tree.lines);
    if (line === undefined)
      throw new ServiceError('not-found', `The tree ${view} shows no line ${label}`);
    act(line.state === 'leaf' ? 'choose' : 'toggle', line.number);
  }

  /**
   * Asks what is offered about a language, at the cursor of the open file.
   *
   * @param text the new name of a `rename`; else empty
   * @returns what each provider answers, in order, but for those that say nothing
   * @throws ServiceError `invalid-argument` where there is no such question
   */
  async ask(word: string, { document, selection }: EditorState, text: string): Promise<unknown[]> {
    const kinds = Object.hasOwn(languageQuestions, word)
      ? languageQuestions[word as keyof typeof languageQuestions]
      : undefined;
    if (kinds === undefined) {
      const known = Object.keys(languageQuestions).join(', ');
      throw new ServiceError('invalid-argument', `'${word}' is none of ${known}`);
    }
    const { line, column } = selection.start;
    const uri = pathToFileURL(document.path).href;
    const question = { uri, line, column, text };
    const own = kinds.flatMap((kind) =>
      [...this.#providers.values()].filter((provider) => provider.kind === kind),
    );
    const answers = await Promise.all(own.map((provider) => provider.ask(question)));
    return answers.filter((answer) => answer !== null && answer !== undefined);
  }

  #find(view: string): { tree: TreeShown; act: Act } {
    const found = [...this.#trees.values()].find(({ tree }) => tree.id === view);
    if (found !== undefined) return found;
    throw new ServiceError('not-found', `It shows no tree ${view}`);
  }
}

function toSeen({ label, description = '', state, children }: TreeLine): SeenLine {
  return { label, description, isOpen: state === 'open', children: children.map(toSeen) };
}
