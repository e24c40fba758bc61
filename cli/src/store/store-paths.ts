import { join } from 'node:path';

/** Where everything that is installed lives. */
export interface StorePaths {
  /** `$ORCHESTRA_HOME/extensions`; an extension is a folder of its name in it. */
  root: string;
  /** `extensions.json`: what is installed. */
  state: string;
  /** Steps that were decided and may be half done. */
  journal: string;
  /** What is being downloaded and unpacked, and what waits to be deleted. */
  staging: string;
  /** The version before, a folder an extension. */
  previous: string;
  /** Hashes of the files of every version that is on the disk. */
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

/** What tells two versions on the disk apart: a local package may have a published one's version. */
export function versionId(version: { version: string; sha256: string }): string {
  return `${version.version}+${version.sha256.slice(0, 12)}`;
}
