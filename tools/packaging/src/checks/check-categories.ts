import { categories, mapCategory, nearest, type Problem, problem } from '@orchestra/core';
import type { Check } from './check.ts';

/** Checks that every category is the registry's, or one that is mapped to it. */
export const checkCategories: Check = ({ manifest }) => {
  const written = manifest.raw['categories'];
  if (!Array.isArray(written)) return [];
  return written.flatMap((category: unknown, at): Problem[] => {
    if (typeof category !== 'string') return [];
    const mapped = mapCategory(category);
    const path = `package.json#/categories/${at}`;
    const shown = category.slice(0, 60);
    if (mapped === null) {
      return [
        problem('category-unmapped', { path, message: `'${shown}' has no counterpart here` }),
      ];
    }
    if (mapped !== undefined) return [];
    const near = nearest(category, categories);
    return [
      problem('category-unknown', {
        path,
        message: `Nobody knows the category '${shown}'`,
        severity: manifest.compat === 'native' ? 'error' : 'warning',
        hint:
          near === undefined ? `Use one of ${categories.join(', ')}.` : `Did you mean '${near}'?`,
      }),
    ];
  });
};
