import type { Category, Compat, Permission, Statistics, Status } from '@orchestra/core';
import type { PermissionChange } from '../extension/permission-change.ts';
import type { RenderedDoc } from '../render/rendered-doc.ts';

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
  permissions: Permission[];
  version: string;
  /** When the first version was published. */
  createdAt: string;
  /** When the shown version was published. */
  updatedAt: string;
  /** Accounts that had it when the page was made; null where nobody knows. */
  installs: number | null;
  /** Requests for its packages by then; null where nobody knows. */
  downloads: number | null;
  /** Null where nobody knows, or nobody rated it. */
  rating: Rating | null;
}

/** What people gave an extension, of 5. */
export interface Rating {
  average: number;
  count: number;
}

/** An account that may publish an extension. */
export interface Publisher {
  login: string;
  verified: boolean;
  /** Its page on GitHub; null for a local account. */
  url: string | null;
}

/** What a category is called. */
export interface CategoryText {
  id: Category;
  title: string;
  description: string;
}

/** A category with something in it, or nothing yet. */
export interface CategoryData extends CategoryText {
  /** Extensions with something live. */
  count: number;
}

/**
 * What every page needs: `site.json`. It follows from the registry's configuration and its categories alone:
 * what changes with a publish would change every page.
 */
export interface SiteData {
  registryName: string;
  contentPolicy: string;
  /** Where icons and images of published extensions are. */
  docs: string;
  /** Address of the API up to and including `/api/v1`; null where the registry has none. */
  api: string | null;
  /** Address of the API's description; null where the registry has no API. */
  apiDocument: string | null;
  /** True where browsers sign in with a token of the registry. */
  signIn: boolean;
  /** Where people report an extension by an issue; null where the registry has no repository. */
  issues: string | null;
  /** In the order in which people see them. */
  categories: CategoryText[];
}

/** Everything on the page of one extension. */
export interface ExtensionPage {
  card: Card;
  /** False where no version is offered. */
  live: boolean;
  notice: Notice | null;
  license: string | null;
  homepage: string | null;
  repository: string | null;
  permissions: PermissionRow[];
  /** Code of which nobody can tell what it uses. */
  unresolved: CodePlaces;
  /** What Orchestra doesn't have. */
  unsupported: CodePlaces;
  /** Against the version before the shown one. */
  permissionChange: PermissionChange | null;
  /** Those most alike, live ones only. */
  similar: Card[];
  /** As they were when the page was made; null where there is no API to ask. */
  statistics: Statistics | null;
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
  /** Where the code needs it; null where nobody read the code, or found no place. */
  needed: CodePlaces | null;
}

/** The first places of something in the code of a package, and how many there are more. */
export interface CodePlaces {
  places: CodePlace[];
  more: number;
}

/** A place in the code of a package. */
export interface CodePlace {
  /** What stands there. */
  what: string;
  /** File, line and column in the package. */
  at: string;
  /** The same in the author's file, where a source map says so. */
  claimed: string | null;
  /** What is to be said of it. */
  note: string | null;
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
  /** Against the version before. */
  permissionChange: PermissionChange | null;
  /** What the index says of where it was built: names of facts, and the facts. */
  provenance: [string, string][];
}
