import { findJsonEmails, stripEmails } from '@orchestra/core';

/**
 * The text of a manifest as it is packed: without emails, without a byte order mark, which some JSON parsers
 * reject, and otherwise unchanged.
 *
 * @param raw the parsed text; null where it can't be parsed
 */
export function packedManifest(
  written: string,
  raw: Readonly<Record<string, unknown>> | null,
): string {
  const text = written.replace(/^\uFEFF/, '');
  if (raw === null) return text;
  const { manifest, removed } = stripEmails(raw);
  const clean = removed.length === 0 && findJsonEmails(text).length === 0;
  return clean ? text : `${JSON.stringify(manifest, null, indentOf(text))}\n`;
}

function indentOf(text: string): number {
  return /^( +)"/m.exec(text)?.[1]?.length ?? 2;
}
