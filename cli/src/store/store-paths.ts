import { join } from 'node:path';

/** Paths of the store. */
export interface StorePaths {
  /** `$ORCHESTRA_HOME/extensions`, with one folder per extension. */
  root: string;
  /** `extensions.json`: the state of all installed extensions. */
  state: string;
  /** The journal: a change that was decided and may be half done. */
  journal: string;
  /** Folder for downloads, unpacked packages and folders to delete. */
  staging: string;
  /** Folder of previous versions, with one folder per extension. */
  previous: string;
  /** Folder of records: the file hashes of every version on the disk. */
  records: string;
}

/** The paths of the store in a home folder. */
export function storePaths(home: string): StorePaths {
  const root = join(home, 'extensions');
  return {
    root,
    state: join(root, 'extensions.json'),
    journal: join(root, '.journal.json'),
    staging: join(root, '.staging'),
    previous: join(root, '.previous'),
    records: join(root, '.records'),
  };
}

/**
 * An id that distinguishes versions on the disk by digest too: a local package may have a published version's
 * number.
 */
export function versionId(version: { version: string; sha256: string }): string {
  return `${version.version}+${version.sha256.slice(0, 12)}`;
}
