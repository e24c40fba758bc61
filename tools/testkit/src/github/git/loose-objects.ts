import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { runGit } from './git.ts';

/** What git keeps of a file, a folder, a commit or an annotated tag. */
export interface GitObject {
  type: string;
  bytes: Buffer;
}

/** True for the id of an object, whole. */
export function isObjectId(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}

/** Reads the object of an id, which mostly is a file of its own: only of packs git is asked. @returns null where there is none */
export async function readObject(directory: string, sha: string): Promise<GitObject | null> {
  if (!isObjectId(sha)) return null;
  const file = await readFile(fileOf(directory, sha)).catch(() => null);
  if (file === null) return readPacked(directory, sha);
  const whole = inflateSync(file);
  const end = whole.indexOf(0);
  const [type = ''] = whole.toString('latin1', 0, end).split(' ');
  return { type, bytes: whole.subarray(end + 1) };
}

async function readPacked(directory: string, sha: string): Promise<GitObject | null> {
  const call = { args: ['cat-file', '--batch'], input: `${sha}\n` };
  const { stdout } = await runGit(directory, call);
  const end = stdout.indexOf('\n');
  const [, type = '', size] = stdout.toString('latin1', 0, end).split(' ');
  if (size === undefined) return null; // `SHA missing`
  return { type, bytes: stdout.subarray(end + 1, end + 1 + Number(size)) };
}

/** Writes an object as git does, if it isn't there. @returns its id */
export async function writeObject(
  directory: string,
  { type, bytes }: { type: 'blob' | 'tree' | 'commit'; bytes: Uint8Array },
): Promise<string> {
  const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
  const sha = createHash('sha1').update(whole).digest('hex');
  const file = fileOf(directory, sha);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) return sha;
  await mkdir(dirname(file), { recursive: true });
  const partial = join(dirname(file), `tmp_obj_${randomUUID()}`);
  await writeFile(partial, deflateSync(whole, { level: 1 }), { mode: 0o444 });
  await rename(partial, file);
  return sha;
}

function fileOf(directory: string, sha: string): string {
  return join(directory, 'objects', sha.slice(0, 2), sha.slice(2));
}

/**
 * The commit or tree that an id names, or the tag or commit of that id points to.
 *
 * @returns its id; null where there is none
 */
export async function peel(
  directory: string,
  { sha, to }: { sha: string; to: 'commit' | 'tree' },
): Promise<string | null> {
  const object = await readObject(directory, sha);
  if (object === null) return null;
  if (object.type === to) return sha;
  const pointers: Readonly<Record<string, RegExp>> = {
    tag: /^object ([0-9a-f]{40})$/m,
    ...(to === 'tree' ? { commit: /^tree ([0-9a-f]{40})$/m } : {}),
  };
  const next = pointers[object.type]?.exec(object.bytes.toString('latin1'))?.[1];
  return next === undefined ? null : peel(directory, { sha: next, to });
}
