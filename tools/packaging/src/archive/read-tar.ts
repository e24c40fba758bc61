import { Header } from 'tar/header';
import { type Limits, type Problem, problem, type ProblemCode } from '@orchestra/core';
import { PathClaims, showPathName } from '../paths/path-claims.ts';
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
): { files: Map<string, Uint8Array>; executables: Set<string>; problems: Problem[] } {
  const reader = new TarReader(limits);
  reader.read(tar);
  const { files, executables, problems } = reader;
  return { files, executables, problems };
}

class TarReader {
  readonly files = new Map<string, Uint8Array>();
  /** Paths of the files that may be executed. */
  readonly executables = new Set<string>();
  readonly problems: Problem[] = [];
  readonly #limits: Limits;
  readonly #claims = new PathClaims();
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
        this.#addFile(path, { body, mode: header.mode });
        return {};
      case 'Directory':
        this.#add(path.replace(/\/$/, ''), 'folder');
        return {};
      case 'Link':
      case 'SymbolicLink':
      case 'NextFileHasLongLinkpath':
        this.#found('archive-link', {
          path,
          message: `'${showPathName(path)}' is a link to '${showPathName(header.linkpath ?? '')}'`,
        });
        return {};
      default:
        this.#found('archive-entry-type', {
          path,
          message: `'${showPathName(path)}' is a ${header.type}`,
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

  #addFile(path: string, { body, mode }: { body: Buffer; mode: number | undefined }): void {
    if (!this.#add(path, 'file')) return;
    if (mode === 0o755) this.executables.add(path);
    else if (mode !== 0o644) {
      const found = mode?.toString(8) ?? 'none';
      const message = `Expected the mode 644 or 755 of '${showPathName(path)}'; found ${found}`;
      this.#found('archive-mode', { path, message });
    }
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
    const refused = this.#claims.claim(path, kind);
    if (refused !== null) this.problems.push(refused);
    return refused === null;
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
    this.problems.push(problem(code, { ...where, path: showPathName(where.path) }));
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
