import { type ParsedReviewText, RegistryError } from '@orchestra/core';

/**
 * Stops where a text can't be kept.
 *
 * @throws RegistryError `problems-found` with everything wrong with all of them
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
