import {
  type CatalogQuery,
  CatalogQuerySchema,
  categories,
  compats,
  parseQuery,
  permissions,
  RegistryError,
  sorts,
} from '@orchestra/core';

/** The search options, as written. */
export interface SearchOptions {
  words: string[];
  category?: string;
  compat?: string;
  tag?: string;
  permission?: string;
  publisher?: string;
  sort?: string;
  page?: string;
  /** The most results to show. */
  limit: string;
}

/**
 * Parses the search options.
 *
 * @throws RegistryError `usage` that names everything wrong with them
 */
export function readQuery({ words, limit, ...filters }: SearchOptions): CatalogQuery {
  const q = words.join(' ').trim();
  const written: Record<string, string> = { ...filters, per_page: limit };
  const parsed = parseQuery(CatalogQuerySchema, q === '' ? written : { ...written, q });
  if (parsed.ok) return parsed.value;
  const wrong = new Set(parsed.errors.map(({ path }) => path.slice(1)));
  const messages = [...wrong].map((key) => {
    const found = key === 'q' ? q : written[key];
    return `${labels.get(key) ?? key}; found '${found?.slice(0, 80) ?? ''}'`;
  });
  throw new RegistryError('usage', messages.join('\n'), {
    hint: 'See: orchestra ext search --help',
  });
}

const labels = new Map([
  ['q', 'Words: expected at most 200 characters'],
  ['category', `--category: expected one of ${categories.join(', ')}`],
  ['compat', `--compat: expected one of ${compats.join(', ')}`],
  ['tag', '--tag: expected at most 100 characters'],
  ['permission', `--permission: expected one of ${permissions.join(', ')}`],
  ['publisher', '--publisher: expected the login of an account'],
  ['sort', `--sort: expected one of ${sorts.join(', ')}`],
  ['page', '--page: expected a number from 1'],
  ['per_page', '--limit: expected a number from 1 to 100'],
]);
