import { findJsonEmails, stripEmails } from '@orchestra/core';

/**
 * The text of a manifest as it is packed: without a byte order mark, which not every reader of JSON takes, and
 * without emails; otherwise to the letter as it is.
 *
 * @param raw what the text says; null where it can't be read
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
