import {
  categories,
  guessCategories,
  mapCategory,
  type Manifest,
  nameFew,
  nearest,
  type Problem,
  problem,
} from '@orchestra/core';
import type { Check } from './check.ts';

/** Checks that there are categories, and that every one is the registry's, or one that is mapped to it. */
export const checkCategories: Check = ({ manifest }) => {
  const written = manifest.raw['categories'];
  if (written === undefined) return [missing(manifest, 'none')];
  if (!Array.isArray(written)) return [];
  if (written.every((each) => typeof each === 'string' && mapCategory(each) === null)) {
    const names = nameFew(
      written.map((each: string) => `'${each.slice(0, 60)}'`),
      mostNamed,
    );
    return [missing(manifest, written.length === 0 ? 'none' : `only ${names}`)];
  }
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

/** Categories that a message names. */
const mostNamed = 5;

function missing(manifest: Manifest, found: string): Problem {
  const guessed = guessCategories(manifest);
  const guess =
    guessed.length === 0
      ? ''
      : ` By what it contributes and its keywords: "categories": ${JSON.stringify(guessed)}.`;
  return problem('category-missing', {
    path: 'package.json#/categories',
    message: `Expected categories of the registry; found ${found}`,
    hint: `Choose "categories", so that it is found by them: ${categories.join(', ')}.${guess}`,
  });
}
