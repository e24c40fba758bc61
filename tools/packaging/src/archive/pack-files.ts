import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Header } from 'tar/header';
import { Pax } from 'tar/pax';
import { isProgram } from './is-program.ts';
import type { PackageFiles } from '../checks/check.ts';
import { sha256Hex } from '@orchestra/core/node';
import type { PackageFacts } from '@orchestra/core';

/** A packed extension, with its size and digests. */
export interface PackedExtension {
  /** The .tar.gz. */
  bytes: Buffer;
  facts: PackageFacts;
}

/** The same modification time that npm gives every packed file; some programs show no date for 0. */
const mtime = new Date('1985-10-26T08:15:00Z');
const block = 512;

/**
 * Packs files as .tar.gz. The same files give the same tar everywhere, and the same compressed bytes on one
 * Node release: paths are sorted, and times and owners are fixed. Programs may be executed, whatever the
 * system that packs them knows of it; other files where they are among `executables`.
 */
export async function packFiles(
  files: PackageFiles,
  executables: ReadonlySet<string> = new Set(),
): Promise<PackedExtension> {
  const paths = [...files.keys()].sort((left, right) =>
    Buffer.compare(Buffer.from(left), Buffer.from(right)),
  );
  const parts: Uint8Array[] = [];
  let unpackedSize = 0;
  for (const path of paths) {
    const content = files.get(path) ?? new Uint8Array();
    unpackedSize += content.length;
    const mode = executables.has(path) || isProgram(content) ? 0o755 : 0o644;
    const header = tarHeader(path, { size: content.length, mode });
    parts.push(...header, content, padding(content.length));
  }
  parts.push(Buffer.alloc(2 * block));
  const tar = Buffer.concat(parts);
  const compressing = promisify(gzip)(tar, { level: 6, chunkSize: 1024 * 1024 });
  const tarSha256 = sha256Hex(tar); // while another thread compresses
  const bytes = await compressing;
  bytes[9] = 255; // the operating system, which would differ: RFC 1952 calls 255 unknown
  return {
    bytes,
    facts: { sha256: sha256Hex(bytes), tarSha256, size: bytes.length, unpackedSize },
  };
}

/** A ustar header, with a pax header before it where the path needs one. */
function tarHeader(path: string, { size, mode }: { size: number; mode: number }): Buffer[] {
  const header = new Header({ path, size, mode, uid: 0, gid: 0, mtime, type: 'File' });
  header.encode();
  const headers = header.needPax ? [new Pax({ path }).encode()] : [];
  return header.block === undefined ? headers : [...headers, header.block];
}

function padding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block);
}
