import { type Problem, problem, sanitizeText } from '@orchestra/core';
import { checkPath } from './check-path.ts';

/** A path that goes into a package; a folder is `implied` by the files below it. */
type Kind = 'file' | 'folder' | 'implied';

/**
 * The paths of one package, each claimed once. It refuses what can't be unpacked on every system: unsafe
 * paths, and two that are one file where case or Unicode form doesn't count. Author's folders and archives
 * are held to it alike.
 */
export class PathClaims {
  /** Every path and its parent folders, by {@link foldPath}. */
  readonly #seen = new Map<string, { path: string; kind: Kind }>();
  readonly #hint: { hint?: string };

  /** @param hint what to do about a refused path, where it isn't the usual */
  constructor(hint: { hint?: string } = {}) {
    this.#hint = hint;
  }

  /** Claims a path with the folders above it; a problem where it must not be unpacked. */
  claim(path: string, kind: 'file' | 'folder'): Problem | null {
    const unsafe = checkPath(path);
    if (unsafe !== null) {
      return this.#refuse('archive-path', path, `The path '${showPathName(path)}' ${unsafe}`);
    }
    const key = foldPath(path);
    let foldedEnd = key.indexOf('/');
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      const above = { key: key.slice(0, foldedEnd), kind: 'implied' as const };
      const refused = this.#claimOne(path.slice(0, end), above);
      if (refused !== null) return refused;
      foldedEnd = key.indexOf('/', foldedEnd + 1);
    }
    return this.#claimOne(path, { key, kind });
  }

  #claimOne(path: string, { key, kind }: { key: string; kind: Kind }): Problem | null {
    const other = this.#seen.get(key);
    if (other === undefined) {
      this.#seen.set(key, { path, kind });
      return null;
    }
    if (other.path !== path) {
      const both = `'${showPathName(path)}' and '${showPathName(other.path)}'`;
      return this.#refuse('path-collision', path, `${both} are one file on macOS and Windows`);
    }
    const isTwice = kind === 'folder' && other.kind === 'folder';
    if (other.kind === 'file' || kind === 'file' || isTwice) {
      return this.#refuse('archive-duplicate', path, `'${showPathName(path)}' stands twice`);
    }
    if (kind === 'folder') other.kind = kind;
    return null;
  }

  #refuse(code: Problem['code'], path: string, message: string): Problem {
    return problem(code, { path: showPathName(path), message, ...this.#hint });
  }
}

/** A path's form on a file system that ignores case and Unicode form. */
function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
}

/** Makes a hostile path safe to show in a terminal, and short. */
export function showPathName(path: string): string {
  const plain = sanitizeText(path, '\uFFFD');
  return plain.length > 120 ? `${plain.slice(0, 117)}…` : plain;
}
