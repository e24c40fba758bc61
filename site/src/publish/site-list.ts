import { parseJson } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import type { SiteTarget } from './site-target.ts';

/*
 * A site carries a list of its files, so that what changed is found without reading them. The list is kept in
 * 256 parts, by the beginning of the digest of a path: a publish changes a few of them.
 */

/** A file of a site. */
const ListedFileSchema = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** Bytes. */
  size: Type.Integer({ minimum: 0 }),
  /** Of the plan that it was made after; absent where it is made at each build. */
  key: Type.Optional(Type.String()),
});
export type ListedFile = Static<typeof ListedFileSchema>;

/** Never one that leads out of the site: what is listed is removed one day. */
const PathSchema = Type.String({
  pattern: String.raw`^(?!/)(?!(?:.*/)?\.\.?(?:/|$))[^\u0000\\]+$`,
});

/** By path. */
const PartSchema = Type.Record(PathSchema, ListedFileSchema, { additionalProperties: false });
export type ListPart = Static<typeof PartSchema>;

const ListHeadSchema = Type.Object({
  format: Type.Literal(1),
  /** Of the index and the code that the site follows from. */
  built: Type.String(),
  parts: Type.Record(
    Type.String({ pattern: '^[0-9a-f]{2}$' }),
    Type.Object({
      digest: Type.String({ description: 'Of the part as the build wrote it.' }),
      extra: Type.Integer({ description: 'Files of earlier builds that stay at this place.' }),
    }),
    { additionalProperties: false },
  ),
});
export type ListHead = Static<typeof ListHeadSchema>;

/** Of a place where nothing is. */
export const emptyHead: ListHead = { format: 1, built: '', parts: {} };

const PendingSchema = Type.Array(PathSchema);

const folder = '.site';
const headPath = `${folder}/list.json`;
const pendingPath = `${folder}/pending.json`;

/** The part of the list that a path stands in. */
export function partOf(path: string): string {
  return sha256Hex(path).slice(0, 2);
}

/** Writes a part: the same text for the same files. */
export function renderPart(files: ListPart): string {
  return JSON.stringify(Object.fromEntries(Object.entries(files).sort(byPath)));
}

/** Where the list of a site is read from and written to. */
export const siteList = {
  /** Null where there is none that can be read: then nothing is known of what is there. */
  readHead: (from: Pick<SiteTarget, 'read'>) =>
    read(from, { path: headPath, schema: ListHeadSchema }),
  /** Empty where it can't be read: then its files are written again. */
  readPart: async (from: Pick<SiteTarget, 'read'>, id: string): Promise<ListPart> =>
    (await read(from, { path: partPath(id), schema: PartSchema })) ?? {},
  /** Paths that were being written when a deploy was cut off: what stands there is anyone's guess. */
  readPending: async (from: Pick<SiteTarget, 'read'>): Promise<string[]> =>
    (await read(from, { path: pendingPath, schema: PendingSchema })) ?? [],
  writeHead: (to: SiteTarget, head: ListHead) => to.write(headPath, bytes(JSON.stringify(head))),
  writePart: (to: SiteTarget, { id, text }: { id: string; text: string }) =>
    to.write(partPath(id), bytes(text)),
  writePending: (to: SiteTarget, paths: readonly string[]) =>
    to.write(pendingPath, bytes(JSON.stringify(paths))),
  endPending: (to: SiteTarget) => to.remove(pendingPath),
};

async function read<S extends Type.TSchema>(
  from: Pick<SiteTarget, 'read'>,
  { path, schema }: { path: string; schema: S },
): Promise<Static<S> | null> {
  const content = await from.read(path);
  if (content === null) return null;
  const parsed = parseJson(schema, Buffer.from(content).toString('utf8'));
  return parsed.ok ? parsed.value : null;
}

function partPath(id: string): string {
  return `${folder}/parts/${id}.json`;
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text);
}

function byPath([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}
