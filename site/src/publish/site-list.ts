import { parseJson } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import type { SiteTarget } from './site-target.ts';

/*
 * Every site has a list of its files, which shows what changed without reading them. It is stored in 256
 * parts, by the first digits of the digest of a path, so that a publish changes only a few.
 */

/** A file of a site. */
const ListedFileSchema = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** Size in bytes. */
  size: Type.Integer({ minimum: 0 }),
  /** Key of the plan that it was made from; absent where it is made at each build. */
  key: Type.Optional(Type.String()),
});
export type ListedFile = Static<typeof ListedFileSchema>;

/** A path within the site. Others are refused, because listed files get removed one day. */
const PathSchema = Type.String({
  pattern: String.raw`^(?!/)(?!(?:.*/)?\.\.?(?:/|$))[^\u0000\\]+$`,
});

/** Files by path. */
const PartSchema = Type.Record(PathSchema, ListedFileSchema, { additionalProperties: false });
export type ListPart = Static<typeof PartSchema>;

const ListHeadSchema = Type.Object({
  format: Type.Literal(1),
  /** Digest of the index and the code. */
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

/** The head of an empty target. */
export const emptyHead: ListHead = { format: 1, built: '', parts: {} };

const PendingSchema = Type.Array(PathSchema);

const folder = '.site';
const headPath = `${folder}/list.json`;
const pendingPath = `${folder}/pending.json`;

/** The id of the part that lists a path. */
export function partOf(path: string): string {
  return sha256Hex(path).slice(0, 2);
}

/** Renders a part of the list; the same files give the same text. */
export function renderPart(files: ListPart): string {
  return JSON.stringify(Object.fromEntries(Object.entries(files).sort(byPath)));
}

/** Reads and writes the list of a site. */
export const siteList = {
  /**
   * The head of the list; null where it is missing or unreadable, so that the content of the site is unknown.
   */
  readHead: (from: Pick<SiteTarget, 'read'>) =>
    read(from, { path: headPath, schema: ListHeadSchema }),
  /** A part of the list; empty where it is unreadable, so that its files are written again. */
  readPart: async (from: Pick<SiteTarget, 'read'>, id: string): Promise<ListPart> =>
    (await read(from, { path: partPath(id), schema: PartSchema })) ?? {},
  /** Paths that an interrupted deploy was writing, whose content is unknown. */
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
