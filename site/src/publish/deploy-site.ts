import { RegistryError } from '@orchestra/core';
import { join } from 'node:path';
import { applySiteChange, type SiteChange } from './apply-site-change.ts';
import { folderTarget } from './folder-target.ts';
import {
  emptyHead,
  type ListHead,
  type ListPart,
  partOf,
  renderPart,
  siteList,
} from './site-list.ts';
import type { SiteTarget } from './site-target.ts';

/** What is deployed, and how. */
export interface DeployOptions {
  /** Folder with a built site. */
  from: string;
  target: SiteTarget;
  /** Removes what the site no longer has; else it stays, for those who have an old page open. */
  removeOld: boolean;
  /** Only finds out what would be done. */
  dryRun: boolean;
  onWritten?: (progress: { done: number; of: number }) => void;
}

/** What a deploy did, or would do. */
export interface DeployReport {
  written: string[];
  /** Bytes of these. */
  bytes: number;
  removed: string[];
  /** Files that the site no longer has, and that stay. */
  kept: number;
}

/**
 * Puts a built site where it is served from: what differs, and nothing else. It may be cut off, and done again.
 *
 * @throws RegistryError `not-found` where no site was built in that folder
 */
export async function deploySite(options: DeployOptions): Promise<DeployReport> {
  const { from, target, dryRun, onWritten } = options;
  const head = await siteList.readHead(folderTarget(from));
  if (head === null) {
    throw new RegistryError('not-found', `There is no built site in ${from}`, {
      hint: 'Build one: npm run site -- --repository … --out FOLDER',
    });
  }
  const { change, report } = await planDeploy(head, options);
  let done = 0;
  const of = report.written.length;
  if (!dryRun && change !== null) {
    const tell = () => onWritten?.({ done: ++done, of });
    await applySiteChange(change, { target, onWritten: tell });
  }
  return report;
}

/** Compares lists; only parts that differ are read. */
async function planDeploy(
  wanted: ListHead,
  { from, target, removeOld }: DeployOptions,
): Promise<{ change: SiteChange | null; report: DeployReport }> {
  const source = folderTarget(from);
  const served = (await siteList.readHead(target)) ?? emptyHead;
  const pending = new Set(await siteList.readPending(target));
  const inDoubt = new Set([...pending].map(partOf));
  const head: ListHead = { ...wanted, parts: {} };
  const writes = new Map<string, { file: string }>();
  const removals: string[] = [];
  const parts: { id: string; text: string }[] = [];
  let bytes = 0;
  const ids = [...Object.keys(wanted.parts), ...Object.keys(served.parts), ...inDoubt];
  for (const id of new Set(ids)) {
    const before = served.parts[id];
    const digest = wanted.parts[id]?.digest ?? '';
    const same = before?.digest === digest && !inDoubt.has(id);
    if (same && !(removeOld && before.extra > 0)) {
      head.parts[id] = before;
      continue;
    }
    const files = await siteList.readPart(source, id);
    const there = before === undefined ? {} : await siteList.readPart(target, id);
    for (const [path, file] of Object.entries(files)) {
      if (there[path]?.sha256 === file.sha256 && !pending.has(path)) continue;
      writes.set(path, { file: join(from, path) });
      bytes += file.size;
    }
    // a removal may have been cut off: what is listed there needs not be there any more
    for (const path of pending)
      if (partOf(path) === id && files[path] === undefined) removals.push(path);
    const extra = Object.entries(there).filter(
      ([path]) => files[path] === undefined && !pending.has(path),
    );
    if (removeOld) removals.push(...extra.map(([path]) => path));
    const kept: ListPart = removeOld ? {} : Object.fromEntries(extra);
    parts.push({ id, text: renderPart({ ...files, ...kept }) });
    head.parts[id] = { digest, extra: Object.keys(kept).length };
  }
  const isSame = parts.length === 0 && served.built === wanted.built;
  const kept = Object.values(head.parts).reduce((total, { extra }) => total + extra, 0);
  return {
    change: isSame ? null : { writes, removals, parts, head },
    report: { written: [...writes.keys()], bytes, removed: removals, kept },
  };
}
