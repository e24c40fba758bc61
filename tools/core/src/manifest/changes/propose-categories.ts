import { categories, type Category } from '../../schema/names.ts';
import { mapCategory } from '../map-categories.ts';
import type { Manifest } from '../manifest.ts';
import { isRecord } from '../read-json.ts';
import type { ManifestChange } from './manifest-change.ts';

/** Kinds of contributions that decide the category by themselves. */
const byContribution: Readonly<Record<string, Category>> = {
  themes: 'themes',
  iconThemes: 'themes',
  productIconThemes: 'themes',
  languages: 'languages',
  grammars: 'languages',
  snippets: 'languages',
  debuggers: 'debugging',
  breakpoints: 'debugging',
  chatParticipants: 'ai',
  languageModelTools: 'ai',
};

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

function contributedCategories(contributes: unknown): Category[] {
  const points = isRecord(contributes) ? Object.keys(contributes) : [];
  const found = new Set(
    points
      .filter((point) => Object.hasOwn(byContribution, point))
      .map((point) => byContribution[point]),
  );
  return categories.filter((category) => found.has(category));
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
