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

/** Source, target and options of a deploy. */
export interface DeployOptions {
  /** Folder with a built site. */
  from: string;
  target: SiteTarget;
  /** Removes files that the site no longer has. Otherwise they stay for people with an old page open. */
  removeOld: boolean;
  /** Only reports what would be done. */
  dryRun: boolean;
  onWritten?: (progress: { done: number; of: number }) => void;
}

/** What a deploy did, or would do. */
export interface DeployReport {
  written: string[];
  /** Size of the written files in bytes. */
  bytes: number;
  removed: string[];
  /** Number of files that the site no longer has, and that were kept. */
  kept: number;
}

/**
 * Deploys a built site by writing only what differs. After an interruption it can be repeated.
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

/** Compares the lists of both sites, and reads only parts that differ. */
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
    // an interrupted removal may have deleted files that are still listed
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
