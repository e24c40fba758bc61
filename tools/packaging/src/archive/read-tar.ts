import { Header } from 'tar/header';
import { foldPath } from '../checks/check-collisions.ts';
import {
  type Limits,
  type Problem,
  problem,
  type ProblemCode,
  sanitizeText,
} from '@orchestra/core';
import { checkPath } from './check-path.ts';
import { type PaxPath, readPax } from './read-pax.ts';

const block = 512;
const maxProblems = 100;
const maxMeta = 64 * 1024;

/**
 * Reads the entries of a tar in memory, without copying the files. Continues after a problem where possible,
 * so that all problems are found at once.
 *
 * Source: POSIX.1-2017, pax interchange format; GNU tar's long names are understood too.
 */
export function readTar(
  tar: Buffer,
  limits: Limits,
): { files: Map<string, Uint8Array>; problems: Problem[] } {
  const reader = new TarReader(limits);
  reader.read(tar);
  return { files: reader.files, problems: reader.problems };
}

class TarReader {
  readonly files = new Map<string, Uint8Array>();
  readonly problems: Problem[] = [];
  readonly #limits: Limits;
  /** Every path and its parent folders, by {@link foldPath}: the path as written, and its kind. */
  readonly #seen = new Map<string, { path: string; kind: 'file' | 'folder' | 'implied' }>();
  #entries = 0;
  #bytes = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  read(tar: Buffer): void {
    let at = 0;
    let announced: PaxPath = {};
    while (this.problems.length < maxProblems && this.#entries <= this.#limits.entries) {
      if (at + block > tar.length) return this.#damaged(at, 'the end of the archive is missing');
      if (isZero(tar, at, at + block)) return this.#checkEnd(tar, at);
      const header = readHeader(tar, at);
      if (header === null || !header.cksumValid) {
        const reason = at === 0 ? 'it is not a tar' : 'a checksum is wrong';
        return this.#damaged(at, reason);
      }
      const { size } = header;
      const start = at + block;
      if (size === undefined) return this.#damaged(at, 'a size is no number');
      if (start + size > tar.length) return this.#damaged(at, 'a file is cut off');
      if (header.type === 'Directory' && !hasNoBody(tar, at)) {
        return this.#damaged(at, 'a folder has a size'); // some programs would skip that many bytes
      }
      const body = tar.subarray(start, start + size);
      announced = this.#readEntry(header, { body, announced });
      at = start + Math.ceil(size / block) * block;
    }
  }

  /** @returns the path that a header gives to the next entry; empty after any other entry */
  #readEntry(header: Header, entry: { body: Buffer; announced: PaxPath }): PaxPath {
    const { body } = entry;
    const path = entry.announced.path ?? header.path ?? '';
    switch (header.type) {
      case 'ExtendedHeader':
        return this.#readPax(body);
      case 'NextFileHasLongPath':
        return this.#readLongPath(body);
      case 'File':
      case 'OldFile':
      case 'ContiguousFile':
        this.#addFile(path, body);
        return {};
      case 'Directory':
        this.#add(path.replace(/\/$/, ''), 'folder');
        return {};
      case 'Link':
      case 'SymbolicLink':
      case 'NextFileHasLongLinkpath':
        this.#found('archive-link', {
          path,
          message: `'${shown(path)}' is a link to '${shown(header.linkpath ?? '')}'`,
        });
        return {};
      default:
        this.#found('archive-entry-type', {
          path,
          message: `'${shown(path)}' is a ${header.type}`,
        });
        return {};
    }
  }

  #readPax(body: Buffer): PaxPath {
    const read = body.length > maxMeta ? null : readPax(body);
    if (read !== null) return read;
    const message = 'A pax header is damaged, or changes more than a path';
    this.#found('archive-entry-type', { path: '.', message });
    return {};
  }

  /** Reads a long name of GNU tar, which ends with a NUL. */
  #readLongPath(body: Buffer): PaxPath {
    if (body.length <= maxMeta) return { path: body.toString('utf8').replace(/\0+$/, '') };
    this.#found('archive-path', { path: '.', message: `A path has ${body.length} bytes` });
    return {};
  }

  #addFile(path: string, body: Buffer): void {
    if (!this.#add(path, 'file')) return;
    this.#bytes += body.length;
    if (
      this.#bytes > this.#limits.unpackedBytes &&
      this.#bytes - body.length <= this.#limits.unpackedBytes
    ) {
      const message = `Expected at most ${this.#limits.unpackedBytes} bytes of files; found more`;
      this.#found('package-too-large', { path: '.', message: message });
    }
    this.files.set(path, body);
  }

  /** Notes a path; returns false where it must not be unpacked. */
  #add(path: string, kind: 'file' | 'folder'): boolean {
    this.#entries += 1;
    if (this.#entries === this.#limits.entries + 1) {
      this.#found('package-too-many-files', {
        path: '.',
        message: `Expected at most ${this.#limits.entries} entries; found more`,
      });
    }
    const unsafe = checkPath(path);
    if (unsafe !== null) {
      this.#found('archive-path', { path, message: `The path '${shown(path)}' ${unsafe}` });
      return false;
    }
    const key = foldPath(path);
    let foldedEnd = key.indexOf('/');
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      const above = { key: key.slice(0, foldedEnd), kind: 'implied' as const };
      if (!this.#claim(path.slice(0, end), above)) return false;
      foldedEnd = key.indexOf('/', foldedEnd + 1);
    }
    return this.#claim(path, { key, kind });
  }

  #claim(path: string, as: { key: string; kind: 'file' | 'folder' | 'implied' }): boolean {
    const { key: folded, kind } = as;
    const other = this.#seen.get(folded);
    if (other === undefined) {
      this.#seen.set(folded, { path, kind });
      return true;
    }
    if (other.path !== path) {
      const message = `'${shown(path)}' and '${shown(other.path)}' are one file on macOS and Windows`;
      this.#found('path-collision', { path, message });
      return false;
    }
    if (
      other.kind === 'file' ||
      kind === 'file' ||
      (kind === 'folder' && other.kind === 'folder')
    ) {
      this.#found('archive-duplicate', { path, message: `'${shown(path)}' stands twice` });
      return false;
    }
    if (kind === 'folder') other.kind = kind;
    return true;
  }

  #checkEnd(tar: Buffer, at: number): void {
    if (tar.length < at + 2 * block) return this.#damaged(at, 'the end of the archive is missing');
    if (isZero(tar, at, tar.length)) return;
    this.#found('archive-trailing-data', {
      path: '.',
      message: 'Something stands behind the end of the archive',
    });
  }

  #damaged(at: number, reason: string): void {
    this.#found('archive-damaged', { path: '.', message: `At byte ${at}, ${reason}` });
  }

  #found(code: ProblemCode, where: { path: string; message: string }): void {
    this.problems.push(problem(code, { ...where, path: shown(where.path) }));
  }
}

function readHeader(tar: Buffer, at: number): Header | null {
  try {
    return new Header(tar, at);
  } catch {
    return null; // an invalid number
  }
}

/**
 * True where the raw header gives no size: the `tar` package reads 0 for every folder, whatever its header
 * says.
 */
function hasNoBody(tar: Buffer, at: number): boolean {
  return /^[0 \0]*$/.test(tar.toString('latin1', at + 124, at + 136));
}

function isZero(tar: Buffer, from: number, to: number): boolean {
  return tar.subarray(from, to).every((byte) => byte === 0);
}

/** Makes a hostile path safe to show in a terminal. */
function shown(path: string): string {
  const plain = sanitizeText(path, '\uFFFD');
  return plain.length > 120 ? `${plain.slice(0, 117)}…` : plain;
}
