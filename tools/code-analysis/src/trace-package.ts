import { makeKnownApis } from './apis/known-apis.ts';
import { traceRounds } from './evaluated/trace-rounds.ts';
import { findPages, findPagesInScripts } from './pages/find-pages.ts';
import { closure, pageScripts } from './pages/page-code.ts';
import { findNodeFiles, findPageOnly } from './pages/page-only.ts';
import { PageTexts } from './pages/page-texts.ts';
import type { FilesOfPackage, ReachedCode } from './reach/reached-code.ts';
import type { ParsedCode } from './syntax/parse-code.ts';
import { findLostParts } from './trace/find-lost-parts.ts';
import { findLostProcess, findLostSecrets } from './trace/find-lost.ts';
import { findGivenToUnknown } from './trace/given-to-unknown.ts';
import { findNamedCommands } from './trace/named-commands.ts';
import { readContributions } from './trace/own-contributions.ts';
import { findLostVariables } from './trace/set-settings.ts';
import { startTracer } from './trace/start-tracer.ts';
import { TooManySteps, type Tracer } from './trace/tracer.ts';

/** Code that was traced; `isWhole` is false where it leads around too long. */
interface TracedCode {
  tracer: Tracer;
  isWhole: boolean;
}

/** The code of a package, traced in two parts. */
export interface TracedPackage {
  /** What Node may run. */
  node: TracedCode;
  /** What surely runs only in pages, with what it loads; null where there is none. */
  pages: TracedCode | null;
  /** Paths of what surely runs only in pages, also of files that weren't read. */
  pageFiles: ReadonlySet<string>;
  /** True where a policy lets no page load anything from servers. */
  isShielded: boolean;
}

type Codes = ReadonlyMap<string, ParsedCode>;

const apis = makeKnownApis();

/** Traces the code that is reached: what runs only in pages by itself, so that neither leads into the other. */
export function tracePackage(reached: ReachedCode, of: FilesOfPackage): TracedPackage {
  try {
    return new PackageTracer(reached, of).trace();
  } finally {
    reached.imported.use(reached.codes);
  }
}

/** How often what Node runs is traced again, where it is found to load what seemed to run only in pages. */
const mostRounds = 3;

/** Most steps for what runs in pages, of which nothing worse is to be expected than what all pages can do. */
const mostStepsOfPages = 100_000;

class PackageTracer {
  readonly #reached: ReachedCode;
  readonly #of: FilesOfPackage;
  readonly #own: ReturnType<typeof readContributions>;

  constructor(reached: ReachedCode, of: FilesOfPackage) {
    this.#reached = reached;
    this.#of = of;
    this.#own = readContributions(of.files.get('package.json'));
  }

  trace(): TracedPackage {
    let pageFiles: ReadonlySet<string> = this.#findPageOnly();
    for (let round = 1; ; round += 1) {
      const isOfNode = (path: string) => !pageFiles.has(path);
      const node = this.#traceNode(this.#codes(isOfNode));
      const loaded = findNodeFiles(this.#with, [...this.#reached.codes.keys()].filter(isOfNode));
      const rest = [...pageFiles].filter((path) => !loaded.has(path));
      if (rest.length === pageFiles.size) return this.#withPages(node, pageFiles);
      pageFiles = new Set(round < mostRounds ? rest : []);
    }
  }

  get #with() {
    const { codes, imported, started, unread } = this.#reached;
    return {
      ...this.#of,
      paths: [...codes.keys(), ...unread],
      codes,
      loads: imported.loads,
      started,
    };
  }

  #codes(isWanted: (path: string) => boolean): Codes {
    return new Map([...this.#reached.codes].filter(([path]) => isWanted(path)));
  }

  #findPageOnly(): Set<string> {
    const loaded = findNodeFiles(this.#with);
    const tracer = this.#start(this.#codes((path) => loaded.has(path)));
    return findPageOnly(new PageTexts(tracer, this.#of.files), this.#with);
  }

  #traceNode(codes: Codes): TracedCode & { isShielded: boolean } {
    let isShielded = false;
    const traced = this.#trace(codes, {
      readPages: (tracer) => {
        ({ isShielded } = findPages(tracer, this.#with));
      },
    });
    return { ...traced, isShielded };
  }

  #withPages(
    { isShielded: isOfPages, ...node }: TracedCode & { isShielded: boolean },
    pageFiles: ReadonlySet<string>,
  ): TracedPackage {
    const isShielded = isOfPages && pageScripts(this.#of.files).length === 0;
    if (pageFiles.size === 0) return { node, pages: null, pageFiles, isShielded };
    const { loads } = this.#reached.imported;
    const all = closure(pageFiles, (path) => loads.get(path) ?? []);
    const codes = this.#codes((path) => all.has(path));
    const pages = this.#trace(codes, {
      mostSteps: mostStepsOfPages,
      readPages: (tracer) => findPagesInScripts(tracer, { ...this.#with, isShielded }),
    });
    return { node, pages, pageFiles, isShielded };
  }

  #start(codes: Codes, more: { mostSteps?: number } = {}): Tracer {
    return startTracer({
      codes,
      apis,
      own: this.#own,
      files: this.#reached.imported,
      entries: this.#of.entries,
      ...more,
    });
  }

  #trace(
    codes: Codes,
    by: { mostSteps?: number; readPages: (tracer: Tracer) => void },
  ): TracedCode {
    const { readPages, ...more } = by;
    const start = (traced: Codes) => this.#start(traced, more);
    let tracer = start(new Map());
    try {
      for (const each of traceRounds(codes, start)) tracer = each;
      findGivenToUnknown(tracer);
      tracer.unseen.tell(tracer);
      findLostSecrets(tracer);
      findLostProcess(tracer);
      findLostParts(tracer);
      readPages(tracer);
      findLostVariables(tracer);
      findNamedCommands(tracer);
      return { tracer, isWhole: true };
    } catch (error) {
      if (!(error instanceof TooManySteps) && !(error instanceof RangeError)) throw error;
      return { tracer, isWhole: false };
    }
  }
}
