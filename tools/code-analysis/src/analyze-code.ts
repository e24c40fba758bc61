import type { AnyNode } from 'acorn';
import {
  type Analysis,
  type Compat,
  type PackageAnalysis,
  parseManifest,
  permissions,
  type Place,
  type UnresolvedCode,
} from '@orchestra/core';
import { boundUnresolved } from './findings/bound-unresolved.ts';
import { placeOf } from './evaluated/place-of.ts';
import { traceRounds } from './evaluated/trace-rounds.ts';
import type { Findings } from './findings/findings.ts';
import { ModuleFiles } from './loading/module-files.ts';
import { findPages } from './pages/find-pages.ts';
import { findPreviewStyles } from './pages/preview-styles.ts';
import { findMissing } from './modules/find-missing.ts';
import { findLostParts, findLostProcess, findLostSecrets } from './trace/find-lost.ts';
import { makeKnownApis } from './apis/known-apis.ts';
import { type FilesOfPackage, ReachedCode } from './reach/reached-code.ts';
import type { ParsedCode } from './syntax/parse-code.ts';
import { type FindSource, readSourceMap } from './findings/read-source-map.ts';
import { readContributions } from './trace/own-contributions.ts';
import { findLostVariables } from './trace/set-settings.ts';
import { startTracer } from './trace/start-tracer.ts';
import { TooManySteps, type Tracer } from './trace/tracer.ts';
import { firstEntry, unread } from './findings/unread.ts';

const mostUses = 20;
const mostTold = 50;
const mostMissing = 200;

/** The files of a package, and its entry files, which are code whatever their names are. */
export interface CodeToAnalyze {
  files: ReadonlyMap<string, Uint8Array>;
  /** Paths in the manifest, which may leave out `.js`. */
  entries: readonly string[];
  /** Paths of files of the package that aren't among `files`. */
  others?: readonly string[];
}

/**
 * Analyses what the code of a package uses, without running it. Pure; hostile code can make it slow and need
 * much memory, so run it in a worker where that matters.
 */
export function analyzeCode({ files, entries, others = [] }: CodeToAnalyze): PackageAnalysis {
  const all = { files, entries, others };
  const reached = new ReachedCode(all);
  let traced = trace(reached, all);
  while (reached.follow(foundBy(traced.tracer))) traced = trace(reached, all);
  const { tracer, isWhole } = traced;
  const unresolved = [...reached.unresolved];
  if (!isWhole) {
    const path = firstEntry(entries, (one) => reached.codes.has(one));
    unresolved.push(unread(path, { reason: 'over-limit', what: 'code that leads around' }));
  }
  const locate = new Locator(tracer, { files, originals: reached.codes });
  const { unread: started, ...loads } = tellLoads(codesOfFiles(tracer), { ...all, locate });
  const isTold = (path: string) =>
    tracer.findings.found.unresolved.some(({ what }) => what.endsWith(`: ${path}`));
  for (const path of started.filter((one) => !isTold(one))) {
    const what = 'code in a file of another kind, which is started';
    unresolved.push(unread(path, { reason: 'unreadable', what }));
  }
  const { unreached } = reached;
  return {
    ...tell(tracer.findings.found, { locate, unresolved, styles: findPreviewStyles(files) }),
    ...loads,
    unreached: { count: unreached.length, paths: unreached.slice(0, mostTold) },
  };
}

function foundBy({ findings, code }: Tracer) {
  return { unresolved: findings.found.unresolved, codes: code.codes.values() };
}

/** Traces the code that is reached; `isWhole` is false where it leads around too long. */
function trace(
  { codes, imported, started }: ReachedCode,
  of: FilesOfPackage,
): { tracer: Tracer; isWhole: boolean } {
  const own = readContributions(of.files.get('package.json'));
  const start = (traced: ReadonlyMap<string, ParsedCode>) =>
    startTracer({ codes: traced, apis, own, files: imported });
  let tracer = start(codes);
  try {
    for (const each of traceRounds(codes, start)) tracer = each;
    tracer.unseen.tell(tracer);
    findLostSecrets(tracer);
    findLostProcess(tracer);
    findLostParts(tracer);
    findPages(tracer, { ...of, started });
    findLostVariables(tracer);
    return { tracer, isWhole: true };
  } catch (error) {
    if (!(error instanceof TooManySteps) && !(error instanceof RangeError)) throw error;
    return { tracer, isWhole: false };
  } finally {
    imported.use(codes);
  }
}

function codesOfFiles({ code }: Tracer): ReadonlyMap<string, ParsedCode> {
  return new Map([...code.codes].filter(([, { ranBy }]) => ranBy === undefined));
}

/** Finds what keeps the code from being loaded. */
function tellLoads(
  codes: ReadonlyMap<string, ParsedCode>,
  by: Required<CodeToAnalyze> & { locate: Locator },
): Pick<PackageAnalysis, 'missing' | 'misformatted'> & { unread: string[] } {
  const { entries, locate } = by;
  const files = new ModuleFiles(by.files, by.others);
  const found = findMissing(codes, { entries, files, compat: compatOf(by.files) });
  // certain ones first, which stop a publish
  const missing = found.missing.toSorted(
    (left, right) => Number(right.isCertain) - Number(left.isCertain),
  );
  return {
    missing: locate
      .all(missing.slice(0, mostMissing), ({ module }) => module)
      .map(({ module, isCertain, instead, inProgram, place }) => ({
        module,
        isCertain,
        place,
        ...(instead === undefined ? {} : { instead }),
        ...(inProgram === undefined ? {} : { inProgram }),
      })),
    misformatted: locate
      .all(found.misformatted.slice(0, mostTold))
      .map(({ what, place }) => ({ what, place })),
    unread: found.unread.slice(0, mostTold),
  };
}

function compatOf(files: ReadonlyMap<string, Uint8Array>): Compat {
  const { manifest } = parseManifest(new TextDecoder().decode(files.get('package.json')));
  return manifest?.compat ?? 'native';
}

const apis = makeKnownApis();

function tell(
  found: Findings,
  of: { locate: Locator; unresolved: UnresolvedCode[]; styles: readonly string[] },
): Analysis {
  const { locate } = of;
  const uses = [
    ...locate.all(found.uses, ({ call }) => call),
    ...of.styles.map((path) => ({
      permission: 'network',
      call: path,
      place: { file: path, line: 1, column: 1 },
    })),
  ];
  const unresolved = locate
    .all(found.unresolved, ({ what }) => what)
    .map(({ reason, what, permissions: may, place }) => ({
      reason,
      what,
      permissions: may,
      place,
    }));
  return {
    format: 1,
    permissions: permissions.flatMap((permission) => {
      const needed = uses.filter((use) => use.permission === permission);
      if (needed.length === 0) return [];
      const first = needed.slice(0, mostUses).map(({ call, place }) => ({ call, place }));
      return [{ permission, count: needed.length, uses: first }];
    }),
    unresolved: boundUnresolved([...of.unresolved, ...unresolved]),
    unsupported: locate
      .all(found.unsupported, ({ call }) => call)
      .slice(0, mostTold)
      .map(({ feature, call, place }) => ({ feature, call, place })),
  };
}

/** Finds lines and columns, and their places in the author's source. */
class Locator {
  readonly #tracer: Tracer;
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #originals: ReadonlyMap<string, ParsedCode>;
  readonly #lines = new Map<ParsedCode, { starts: number[]; find: FindSource }>();

  /** @param of.originals code as it is in the package, by path */
  constructor(
    tracer: Tracer,
    of: {
      files: ReadonlyMap<string, Uint8Array>;
      originals: ReadonlyMap<string, ParsedCode>;
    },
  ) {
    this.#tracer = tracer;
    this.#files = of.files;
    this.#originals = of.originals;
  }

  /**
   * Adds places to findings, sorted by file and position.
   *
   * @param told what is told of a finding, a word of which stands at its place
   */
  all<T extends { node: AnyNode }>(
    found: readonly T[],
    told?: (each: T) => string,
  ): (T & { place: Place })[] {
    return found
      .map((each) => ({ ...each, place: this.#placeOf(each.node, told?.(each)) }))
      .toSorted(
        (left, right) =>
          compare(left.place.file, right.place.file) ||
          left.place.line - right.place.line ||
          left.place.column - right.place.column,
      );
  }

  #placeOf(node: AnyNode, told: string | undefined): Place {
    const traced = this.#tracer.codeOf(node);
    const { path, offset } = placeOf(traced, node);
    const code = this.#originals.get(path);
    if (code === undefined) return { file: '', line: 1, column: 1 };
    const { starts, find } = this.#linesOf(code);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const at = { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    const source = find({ ...at, told });
    return { file: code.path, ...at, ...(source === undefined ? {} : { source }) };
  }

  #linesOf(code: ParsedCode): { starts: number[]; find: FindSource } {
    const known = this.#lines.get(code);
    if (known !== undefined) return known;
    const starts = [0];
    for (let at = code.text.indexOf('\n'); at !== -1; at = code.text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    const made = { starts, find: readSourceMap(code, this.#files) };
    this.#lines.set(code, made);
    return made;
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
