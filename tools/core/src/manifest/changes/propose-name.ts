import { isLegalName, legalName } from '../../checks/check-name.ts';
import type { Manifest } from '../manifest.ts';
import type { ManifestChange } from './manifest-change.ts';

/**
 * A name that the registry takes; what people read stays what it was.
 *
 * @param by.folder name of the folder, for a manifest that has none
 */
export function proposeName({ name, raw }: Manifest, by: { folder: string }): ManifestChange[] {
  if (isLegalName(name)) return [];
  const words = [name, by.folder].map(legalName).find((legal) => legal !== '');
  if (words === undefined) return [];
  const legal = isLegalName(words) ? words : `${words}-extension`;
  const reason = 'a name here is lower-case words joined by hyphens, and none of Windows’ own';
  const renamed = { path: ['name'], value: legal, reason };
  const shown = name.replace(/^@[^/]*\//, '').trim();
  if (isText(raw['displayName']) || isText(raw['title']) || shown === '') return [renamed];
  const kept = { path: ['displayName'], value: shown, after: ['name'] };
  return [renamed, { ...kept, reason: 'people go on reading the name that they know' }];
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
