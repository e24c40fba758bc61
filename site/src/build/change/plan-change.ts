import { sha256Hex } from '@orchestra/core/node';
import type { SiteChange } from '../../publish/apply-site-change.ts';
import {
  emptyHead,
  type ListedFile,
  type ListPart,
  partOf,
  renderPart,
} from '../../publish/site-list.ts';
import type { StagedFile } from './stage-files.ts';
import type { ServedSite } from './served-site.ts';

/** The facts that a change of the served site is planned from. */
export interface ChangeFacts {
  served: ServedSite | null;
  /** Paths of everything that was planned, made now or earlier. */
  planned: Iterable<string>;
  /** Everything that was made in this build. */
  staged: ReadonlyMap<string, StagedFile>;
  /** Digest of the index and the code. */
  built: string;
}

/**
 * Plans the change of the served site. Planned files that weren't made in this build stay as they are. Pure.
 */
export function planChange({ served, planned, staged, built }: ChangeFacts): SiteChange {
  const before = served?.files ?? new Map<string, ListedFile>();
  const after = new Map<string, ListedFile>(agedAssets(before, staged));
  for (const path of planned) {
    const kept = before.get(path);
    if (kept !== undefined) after.set(path, kept);
  }
  const writes = new Map<string, { file: string }>();
  for (const [path, { file, ...facts }] of staged) {
    after.set(path, facts);
    if (before.get(path)?.sha256 !== facts.sha256) writes.set(path, { file });
  }
  const perhapsThere = new Set([...before.keys(), ...(served?.inDoubt ?? [])]);
  const removals = [...perhapsThere].filter((path) => !after.has(path));
  return { writes, removals, ...planList(after, { served, built }) };
}

/**
 * Old styles and scripts that are kept for two more changes of assets, because open pages still load them.
 */
function* agedAssets(
  before: ReadonlyMap<string, ListedFile>,
  staged: ReadonlyMap<string, StagedFile>,
): Iterable<[string, ListedFile]> {
  const changes = [...staged.keys()].some((path) => isAsset(path) && !before.has(path));
  for (const [path, file] of before) {
    if (!isAsset(path) || staged.has(path)) continue;
    const age = Number(file.key ?? 0) + (changes || file.key === undefined ? 1 : 0);
    if (age <= 2) yield [path, { ...file, key: String(age) }];
  }
}

function isAsset(path: string): boolean {
  return path.startsWith('_astro/');
}

function planList(
  files: ReadonlyMap<string, ListedFile>,
  { served, built }: Pick<ChangeFacts, 'served' | 'built'>,
): Pick<SiteChange, 'parts' | 'head'> {
  const byPart = new Map<string, ListPart>();
  for (const id of Object.keys(served?.head.parts ?? {})) byPart.set(id, {});
  for (const [path, file] of files) {
    const id = partOf(path);
    const part = byPart.get(id) ?? {};
    part[path] = file;
    byPart.set(id, part);
  }
  const head = { ...emptyHead, built, parts: { ...emptyHead.parts } };
  const parts: SiteChange['parts'][number][] = [];
  for (const [id, part] of byPart) {
    const text = renderPart(part);
    const digest = sha256Hex(text).slice(0, 32);
    head.parts[id] = { digest, extra: 0 };
    // after an interruption, a part may have been written without the head
    const same = served?.head.parts[id]?.digest === digest && served.inDoubt.length === 0;
    if (!same) parts.push({ id, text });
  }
  return { parts, head };
}
