import { orchestraApi, type Permission } from '@orchestra/core';

/**
 * The permissions that a member of `@orchestra/api` needs, by the table that the analysis of code and the
 * documentation read as well; none where it is harmless. Null where the table doesn't have it, or can't tell:
 * then nobody may call it.
 *
 * @param api the member with dots, e.g. `fs.readFile`
 */
export function findPermissions(api: string): readonly Permission[] | null {
  if (api.length > 100) return null; // no member has such a name
  const parts = api.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const verdict = verdicts.get(parts.slice(0, length).join('.'));
    if (verdict === undefined) continue;
    if (verdict === 'harmless') return [];
    return typeof verdict === 'string' ? null : verdict;
  }
  return null;
}

const verdicts = new Map(
  orchestraApi.judgements.flatMap(({ is, names }) => names.map((name) => [name, is] as const)),
);
