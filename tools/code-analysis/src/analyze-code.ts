import {
  type Analysis,
  type Compat,
  type PackageAnalysis,
  parseManifest,
  permissions,
} from '@orchestra/core';
import { boundUnresolved } from './findings/bound-unresolved.ts';
import { codeOfNode, joinFindings, type JoinedFindings } from './findings/join-findings.ts';
import { Locator } from './findings/locator.ts';
import { findManifestCommands } from './findings/manifest-commands.ts';
import { unread } from './findings/unread.ts';
import { ModuleFiles } from './loading/module-files.ts';
import { findMissing } from './modules/find-missing.ts';
import { findPreviewStyles } from './pages/preview-styles.ts';
import { ReachedCode } from './reach/reached-code.ts';
import type { ParsedCode } from './syntax/parse-code.ts';
import { tracePackage, type TracedPackage } from './trace-package.ts';

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
  const traceAll = () => {
    const traced = tracePackage(reached, all);
    return { traced, found: joinFindings(traced, { reached, entries }) };
  };
  let { traced, found } = traceAll();
  while (reached.follow(foundIn(traced, found))) {
    ({ traced, found } = traceAll());
  }
  const locate = new Locator((node) => codeOfNode(traced, node), {
    files,
    originals: reached.codes,
  });
  const { unread: started, ...loads } = tellLoads(codesOfFiles(traced), { ...all, locate });
  const isTold = (path: string) => found.unresolved.some(({ what }) => what.endsWith(`: ${path}`));
  for (const path of started.filter((one) => !isTold(one))) {
    const what = 'code in a file of another kind, which is started';
    found.ofFiles.unresolved.push(unread(path, { reason: 'unreadable', what }));
  }
  for (const path of findPreviewStyles(files)) {
    const place = { file: path, line: 1, column: 1 };
    found.ofFiles.uses.push({ permission: 'network', call: path, place });
  }
  const bound = findManifestCommands(files);
  found.ofFiles.uses.push(...bound.uses);
  found.ofFiles.unresolved.push(...bound.unresolved);
  const { unreached } = reached;
  return {
    ...tell(found, locate),
    ...loads,
    unreached: { count: unreached.length, paths: unreached.slice(0, mostTold) },
  };
}

function foundIn(traced: TracedPackage, { unresolved }: JoinedFindings) {
  return { unresolved, codes: codesOf(traced).values(), pages: traced.pageFiles };
}

/** All code as it was traced, with what it runs written into it. */
function codesOf({ node, pages }: TracedPackage): ReadonlyMap<string, ParsedCode> {
  return new Map([...(pages?.tracer.code.codes ?? []), ...node.tracer.code.codes]);
}

function codesOfFiles(traced: TracedPackage): ReadonlyMap<string, ParsedCode> {
  return new Map([...codesOf(traced)].filter(([, { ranBy }]) => ranBy === undefined));
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
      .map(({ module, isCertain, instead, inProgram, ofNode, place }) => ({
        module,
        isCertain,
        place,
        ...(instead === undefined ? {} : { instead }),
        ...(inProgram === undefined ? {} : { inProgram }),
        ...(ofNode === undefined ? {} : { ofNode }),
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

function tell(found: JoinedFindings, locate: Locator): Analysis {
  const { ofFiles } = found;
  const uses = [...locate.all(found.uses, ({ call }) => call), ...ofFiles.uses];
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
    unresolved: boundUnresolved([...ofFiles.unresolved, ...unresolved]),
    unsupported: locate
      .all(found.unsupported, ({ call }) => call)
      .slice(0, mostTold)
      .map(({ feature, call, place }) => ({ feature, call, place })),
  };
}
