import type { Manifest } from '../manifest.ts';
import { isRecord } from '../read-json.ts';
import type { ManifestChange } from './manifest-change.ts';

/** Proposes today's form for fields that are written in an outdated one. */
export function proposeShapes({ raw }: Manifest): ManifestChange[] {
  return [
    ...['categories', 'keywords'].flatMap((field) => listOf(raw[field], field)),
    ...licenseOf(raw),
  ];
}

function listOf(written: unknown, field: string): ManifestChange[] {
  if (typeof written !== 'string') return [];
  const value = written.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  return [{ path: [field], value, reason: `${field} are a list` }];
}

/**
 * Converts npm's old `{"type": "MIT", "url": …}`. Source:
 * https://docs.npmjs.com/cli/configuring-npm/package-json#license
 */
function licenseOf({ license }: Manifest['raw']): ManifestChange[] {
  const type = isRecord(license) ? license['type'] : undefined;
  if (typeof type !== 'string') return [];
  return [{ path: ['license'], value: type, reason: 'a licence is an SPDX expression' }];
}
