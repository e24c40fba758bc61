import { type ListedFile, type ListHead, siteList } from '../../publish/site-list.ts';
import type { SiteTarget } from '../../publish/site-target.ts';

/** The currently served site. */
export interface ServedSite {
  head: ListHead;
  /** Files by path, without those that an interrupted build was writing. */
  files: Map<string, ListedFile>;
  /** Paths that an interrupted build was writing, whose content is unknown. */
  inDoubt: readonly string[];
}

/** Reads the list of the served site; null where there is no site with a list. */
export async function readServedSite(target: Pick<SiteTarget, 'read'>): Promise<ServedSite | null> {
  const head = await siteList.readHead(target);
  if (head === null) return null;
  const ids = Object.keys(head.parts);
  const parts = await Promise.all(ids.map((id) => siteList.readPart(target, id)));
  const files = new Map(parts.flatMap((part) => Object.entries(part)));
  const inDoubt = await siteList.readPending(target);
  for (const path of inDoubt) files.delete(path);
  return { head, files, inDoubt };
}
