import {
  entryPath,
  type IndexEntry,
  IndexEntrySchema,
  parseJson,
  parseValue,
  stripEmails,
} from '@orchestra/core';

/** An entry to mirror, or why it can't be mirrored. */
export type ParsedEntry = { ok: true; entry: IndexEntry } | { ok: false; reason: string };

/**
 * Parses an entry for the mirror. It must belong at its path, and emails in it are removed.
 *
 * @param from.path below `extensions/`
 */
export function parseMirroredEntry(text: string, from: { path: string }): ParsedEntry {
  const parsed = parseJson(IndexEntrySchema, text);
  if (!parsed.ok) return { ok: false, reason: `It is not an index entry: ${parsed.reason}` };
  const entry = parsed.value;
  if (entryPath(entry.name) !== from.path) {
    return { ok: false, reason: `It is the entry of '${entry.name}', which stands elsewhere` };
  }
  const again = firstTwice(entry.versions.map(({ version }) => version));
  if (again !== undefined) return { ok: false, reason: `It has the version ${again} twice` };
  const owner = firstTwice(entry.owners.map(({ provider, id }) => `${provider}:${id}`));
  if (owner !== undefined) return { ok: false, reason: `It has the owner ${owner} twice` };
  return /@|\\u0040/.test(text) ? withoutEmails(entry) : { ok: true, entry };
}

function withoutEmails(entry: IndexEntry): ParsedEntry {
  const stripped = parseValue(IndexEntrySchema, stripEmails(entry).manifest);
  if (stripped.ok) return { ok: true, entry: stripped.value };
  return { ok: false, reason: 'It has an email address where none can be taken out' };
}

function firstTwice(values: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return values.find((value) => seen.size === seen.add(value).size);
}
