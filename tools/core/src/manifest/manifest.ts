import type { Category, Compat } from '../schema/names.ts';

/**
 * A `package.json` in the form that the registry uses: the same fields for all three kinds of extension. A
 * field that is missing or has the wrong type is left out, and parsing reports a problem for it.
 */
export interface Manifest {
  /** As written; `checkName` decides whether the registry accepts it. */
  name: string;
  /** As written; undefined for most Raycast manifests. */
  version: string | undefined;
  compat: Compat;
  /** `displayName`, a Raycast `title`, or the name; VS Code's `%key%` is resolved from package.nls.json. */
  displayName: string;
  description: string;
  /** A person's or organisation's name, never an email. */
  author: string | undefined;
  /** An SPDX expression, or `SEE LICENSE IN file`. */
  license: string | undefined;
  /** Entry files, relative to the root without `./`: main, browser, and `dist/<command>.js` for each Raycast command. */
  entryFiles: EntryFile[];
  /** Path of the icon, relative to the root without `./`. */
  icon: string | undefined;
  /** The registry's categories, mapped from VS Code's and Raycast's, without duplicates. */
  categories: Category[];
  /** The first 30 of `tags` and `keywords` that have at most 50 visible characters, lower-cased, without duplicates. */
  tags: string[];
  /** An https URL; on GitHub that of `repository.directory`, where one is named. */
  repository: string | undefined;
  /** An https URL. */
  homepage: string | undefined;
  /** Semver ranges by engine: `orchestra`, `vscode`. */
  engines: Record<string, string>;
  /** As declared, known or not; `checkPermissions` reports unknown ones. */
  permissions: string[];
  /** The JSON as read, with every key kept. */
  raw: Readonly<Record<string, unknown>>;
}

/** A file of the package that the manifest refers to. */
export interface EntryFile {
  /** JSON pointer of the field, e.g. `/main` or `/commands/0/name`. */
  pointer: string;
  /** Relative to the root without `./`; VS Code may leave out `.js`. */
  path: string;
}
