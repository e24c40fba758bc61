import type { Category, Compat, Permission, Status } from '@orchestra/core';
import type { RenderedDoc } from './render/rendered-doc.ts';

/** What a card shows of an extension. */
export interface Card {
  name: string;
  displayName: string;
  description: string;
  /** Absolute URL. */
  icon: string | null;
  publishers: Publisher[];
  featured: boolean;
  compat: Compat;
  categories: Category[];
  tags: string[];
  version: string;
  /** When that version was published. */
  updatedAt: string;
}

/** An account that may publish an extension. */
export interface Publisher {
  login: string;
  verified: boolean;
  /** Its page on GitHub; null for a local account. */
  url: string | null;
}

/** A category with something in it, or nothing yet. */
export interface CategoryData {
  id: Category;
  title: string;
  description: string;
  /** Extensions with something live. */
  count: number;
}

/** What every page needs: `site.json`. */
export interface SiteData {
  registryName: string;
  contentPolicy: string;
  /** Address of the API's description; null where the registry has no API. */
  apiDocument: string | null;
  categories: CategoryData[];
  /** Names of cards, in order. */
  featured: string[];
  /** Names of cards, newest first. */
  recent: string[];
}

/** Everything on the page of one extension: `extensions/<name>.json`. */
export interface ExtensionPage {
  card: Card;
  /** False where no version is offered. */
  live: boolean;
  notice: Notice | null;
  license: string | null;
  homepage: string | null;
  repository: string | null;
  permissions: PermissionRow[];
  readme: RenderedDoc | null;
  /** Of the newest versions. */
  changelog: RenderedDoc | null;
  /** Of all versions before those. */
  olderChanges: RenderedDoc | null;
  /** Newest first. */
  versions: VersionRow[];
}

/** Something that people must know before they install. */
export interface Notice {
  kind: 'yanked' | 'quarantined';
  title: string;
  text: string;
}

/** A permission in plain words. */
export interface PermissionRow {
  id: Permission;
  title: string;
  text: string;
  dangerous: boolean;
}

/** A row of the versions table. */
export interface VersionRow {
  version: string;
  preRelease: boolean;
  publishedAt: string;
  /** Bytes of the package. */
  size: number;
  unpackedSize: number;
  status: Status;
  reason: string | null;
  engines: string[];
  sha256: string;
  packageUrl: string;
}
