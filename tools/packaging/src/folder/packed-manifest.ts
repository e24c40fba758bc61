import {
  editManifest,
  findJsonEmails,
  type ManifestEdit,
  readJson,
  stripEmails,
} from '@orchestra/core';

/** The text of a manifest with another version in it; as it is where it can't be read. */
export function setVersion(text: string, version: string): string {
  return edited(text, [{ path: ['version'], value: version }]);
}

/** The text of a manifest with other entry files, by JSON pointer (`/main`); a Raycast command names none. */
export function setEntries(text: string, entries: ReadonlyMap<string, string>): string {
  const fields = ['main', 'browser'].filter((field) => entries.has(`/${field}`));
  return edited(
    text,
    fields.map((field) => ({ path: [field], value: entries.get(`/${field}`) })),
  );
}

/**
 * The text of a manifest as it is packed: without a byte order mark, which not every reader of JSON
 * takes, and without emails; otherwise to the letter as it is.
 */
export function packedManifest(written: string): string {
  const text = written.replace(/^\uFEFF/, '');
  const { value } = readJson(text, { path: 'package.json' });
  if (value === null) return text;
  const { manifest, removed } = stripEmails(value);
  const clean = removed.length === 0 && findJsonEmails(text).length === 0;
  return clean ? text : `${JSON.stringify(manifest, null, indentOf(text))}\n`;
}

function edited(text: string, edits: readonly ManifestEdit[]): string {
  if (readJson(text, { path: 'package.json' }).value === null) return text;
  return editManifest(text, edits);
}

function indentOf(text: string): number {
  return /^( +)"/m.exec(text)?.[1]?.length ?? 2;
}
