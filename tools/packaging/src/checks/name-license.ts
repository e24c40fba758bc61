/** Titles of common licences, as they stand at the beginning of their texts. */
const titles: readonly [RegExp, string][] = [
  [/\bMIT License\b/i, 'MIT'],
  [/\bISC License\b/i, 'ISC'],
  [/\bApache License\s+Version 2\.0\b/i, 'Apache-2.0'],
  [/\bMozilla Public License,? Version 2\.0\b/i, 'MPL-2.0'],
  [/\bBSD 3-Clause License\b/i, 'BSD-3-Clause'],
  [/\bBSD 2-Clause License\b/i, 'BSD-2-Clause'],
];

/** The SPDX identifier of a licence whose title stands at the beginning of a text; undefined for others. */
export function nameLicense(text: string): string | undefined {
  const named = titles.filter(([title]) => title.test(text.slice(0, 500)));
  return named.length === 1 ? named[0]?.[1] : undefined;
}
