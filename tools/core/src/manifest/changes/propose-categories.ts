import { contributedCategories } from '../guess-categories.ts';
import { mapCategory } from '../map-categories.ts';
import type { Manifest } from '../manifest.ts';
import type { ManifestChange } from './manifest-change.ts';

/**
 * Replaces another app's categories by the registry's. Where none is left, derives them from the
 * contributions.
 */
export function proposeCategories({ raw, categories: mapped }: Manifest): ManifestChange[] {
  const written: unknown = raw['categories'];
  const contributed = mapped.length > 0 ? [] : contributedCategories(raw['contributes']);
  const wanted = mapped.length > 0 ? mapped : contributed;
  if (wanted.length === 0 && (written === undefined || isEmpty(written))) return [];
  if (JSON.stringify(written) === JSON.stringify(wanted)) return [];
  const gone = dropped(written);
  const renamed = gone.length > 0 ? 'the rest as they are called here' : 'as they are called here';
  const reasons = [...gone, contributed.length > 0 ? 'proposed from what it contributes' : renamed];
  const change = { path: ['categories'], after: ['description', 'version', 'name'] };
  if (wanted.length === 0) return [{ ...change, value: undefined, reason: gone.join() }];
  return [{ ...change, value: wanted, reason: reasons.join('; ') }];
}

function dropped(written: unknown): string[] {
  const texts = Array.isArray(written) ? written.filter((one) => typeof one === 'string') : [];
  const gone = texts.filter((one) => mapCategory(one) == null).slice(0, 5);
  if (gone.length === 0) return [];
  return [`no counterpart here for ${gone.map((one) => `'${one.slice(0, 60)}'`).join(', ')}`];
}

function isEmpty(written: unknown): boolean {
  return Array.isArray(written) && written.length === 0;
}
