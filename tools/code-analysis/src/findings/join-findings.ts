import type { AnyNode } from 'acorn';
import { type Permission, type Place, type UnresolvedCode } from '@orchestra/core';
import { boundToPages, powersNamedIn } from '../pages/page-powers.ts';
import { findSurePages } from '../pages/sure-pages.ts';
import type { ReachedCode } from '../reach/reached-code.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import type { TracedPackage } from '../trace-package.ts';
import { FindingCollector, type Findings } from './findings.ts';
import { firstEntry, unread } from './unread.ts';

/** What was found in both parts of a package, and of whole files. */
export interface JoinedFindings extends Findings {
  /** Findings of files as a whole. */
  ofFiles: {
    uses: { permission: Permission; call: string; place: Place }[];
    unresolved: UnresolvedCode[];
  };
}

/** The code that a node is part of, in either part of a package. */
export function codeOfNode({ node, pages }: TracedPackage, of: AnyNode): ParsedCode | undefined {
  return node.tracer.codeOf(of) ?? pages?.tracer.codeOf(of);
}

/** Puts together what was found: in pages, all that is unknown comes to what a page can do. */
export function joinFindings(
  traced: TracedPackage,
  { reached, entries }: { reached: ReachedCode; entries: readonly string[] },
): JoinedFindings {
  const { node, pages, pageFiles, isShielded } = traced;
  const sure = findSurePages(traced, reached);
  const isSure = (path: string) =>
    pageFiles.has(path) ? sure.has(path) : pageFiles.size > 0 && sure.size === pageFiles.size;
  const joined = new FindingCollector();
  joined.addAll(node.tracer.findings.found);
  if (pages !== null) {
    const { tracer } = pages;
    joined.addAll(
      boundToPages(tracer, {
        isSure: (at) => isSure(tracer.codeOf(at)?.path ?? ''),
        isShielded,
        unread: () => reached.unreadTexts(),
        isCut: !pages.isWhole,
        used: new Set(node.tracer.findings.found.uses.map(({ permission }) => permission)),
      }),
    );
  }
  const ofFiles: JoinedFindings['ofFiles'] = { uses: [], unresolved: [] };
  const tellFile = (found: UnresolvedCode) => {
    const { place, reason } = found;
    if (!pageFiles.has(place.file) || !sure.has(place.file)) {
      return void ofFiles.unresolved.push(found);
    }
    const call = `${found.what}, in a page`;
    if (!isShielded) ofFiles.uses.push({ permission: 'network', call, place });
    if (reached.codes.has(place.file)) return;
    for (const power of powersNamedIn(reached.textOf(place.file), node.tracer.code.apis)) {
      ofFiles.unresolved.push({ reason, ...power, place });
    }
  };
  const leadsAround = { reason: 'over-limit', what: 'code that leads around' } as const;
  for (const each of reached.unresolved) tellFile(each);
  if (!node.isWhole) {
    tellFile(
      unread(
        firstEntry(entries, (one) => reached.codes.has(one)),
        leadsAround,
      ),
    );
  }
  if (pages?.isWhole === false) {
    const [first = ''] = pageFiles;
    const unsure = [...pageFiles].find((path) => !sure.has(path));
    tellFile(unread(unsure ?? first, leadsAround));
  }
  return { ...joined.found, ofFiles };
}
