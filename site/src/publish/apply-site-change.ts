import { inParallel } from '@orchestra/core';
import { type ListHead, siteList } from './site-list.ts';
import type { SiteContent, SiteTarget } from './site-target.ts';

/** A planned change of a served site, as plain data. */
export interface SiteChange {
  writes: ReadonlyMap<string, SiteContent>;
  removals: readonly string[];
  /** Parts of the site's list that change. */
  parts: readonly { id: string; text: string }[];
  head: ListHead;
}

/**
 * Changes a site while people read it: first writes assets, then pages, then removes unused files, and
 * finally writes the list. It can be repeated after an interruption: paths being written are noted first, and
 * not trusted afterwards.
 */
export async function applySiteChange(
  { writes, removals, parts, head }: SiteChange,
  to: { target: SiteTarget; onWritten?: (path: string) => void },
): Promise<void> {
  const { target, onWritten } = to;
  const paths = [...writes.keys()];
  const inDoubt = [...paths, ...removals];
  if (inDoubt.length > 0) await siteList.writePending(target, inDoubt);
  for (const stage of stages) {
    await inParallel(
      paths.filter((path) => stageOf(path) === stage),
      {
        atOnce,
        run: async (path) => {
          const content = writes.get(path);
          if (content !== undefined) await target.write(path, content);
          onWritten?.(path);
        },
      },
    );
  }
  await inParallel(removals, { atOnce, run: (path) => target.remove(path) });
  await inParallel(parts, { atOnce, run: (part) => siteList.writePart(target, part) });
  await siteList.writeHead(target, head);
  if (inDoubt.length > 0) await siteList.endPending(target);
  await target.tidy();
}

const atOnce = 8;
const stages = ['assets', 'files', 'pages'] as const;

/** The stage in which a path is written, so that a page never refers to a missing file. */
function stageOf(path: string): (typeof stages)[number] {
  if (path.startsWith('_astro/')) return 'assets';
  return path.endsWith('.html') ? 'pages' : 'files';
}
