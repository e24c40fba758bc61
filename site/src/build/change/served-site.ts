import { type ListedFile, type ListHead, siteList } from '../../publish/site-list.ts';
import type { SiteTarget } from '../../publish/site-target.ts';

/** The site that is served now. */
export interface ServedSite {
  head: ListHead;
  /** By path; without those that were being written when an earlier build was cut off. */
  files: Map<string, ListedFile>;
  /** Paths of those: what stands there is anyone's guess. */
  inDoubt: readonly string[];
}

/** Reads what stands at a place; null where that is no site with a list. */
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
