import { type ParsedReviewText, RegistryError } from '@orchestra/core';

/**
 * Throws where a text can't be stored.
 *
 * @throws RegistryError `problems-found` with the problems of all texts
 */
export function refuseTexts(...parsed: readonly ParsedReviewText[]): void {
  const problems = parsed.flatMap((text) => text.problems);
  if (problems.length === 0) return;
  const message = problems.map((found) => `${found.path}: ${found.message}`).join('; ');
  throw new RegistryError('problems-found', message, {
    hint: 'Remove the characters that hide or reorder text.',
    problems,
  });
}
