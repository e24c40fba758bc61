import { isLegalName, legalName } from '../../names/legal-name.ts';
import type { Manifest } from '../manifest.ts';
import type { ManifestChange } from './manifest-change.ts';

/** Sources of a name for a manifest whose own name the registry doesn't accept. */
export interface NameOptions {
  /** Name of the extension's folder. */
  folder: string;
  /** A valid name chosen by the author; it replaces the manifest's. */
  chosen?: string | undefined;
}

/** Proposes a name that the registry accepts, and keeps the displayed name as it was. */
export function proposeName({ name, raw }: Manifest, by: NameOptions): ManifestChange[] {
  const value = by.chosen ?? nearestLegal([name, by.folder]);
  if (value === undefined || value === name) return [];
  const rule = 'a name here is lower-case words joined by hyphens, and none of Windows’ own';
  const reason = by.chosen === undefined ? rule : 'the name that was chosen';
  const renamed = { path: ['name'], value, reason };
  const shown = name.replace(/^@[^/]*\//, '').trim();
  if (isText(raw['displayName']) || isText(raw['title']) || shown === '') return [renamed];
  const kept = { path: ['displayName'], value: shown, after: ['name'] };
  return [renamed, { ...kept, reason: 'people go on reading the name that they know' }];
}

function nearestLegal(names: readonly string[]): string | undefined {
  if (names[0] !== undefined && isLegalName(names[0])) return names[0];
  const words = names.map(legalName).find((legal) => legal !== '');
  return words === undefined || isLegalName(words) ? words : `${words}-extension`;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
