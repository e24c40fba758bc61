import { problem, type Problem } from '@orchestra/core';
import type { Check } from './check.ts';

/**
 * Checks display name and description: the description is there, both are short enough and without control
 * characters.
 */
export const checkTexts: Check = ({ manifest }) => {
  const { displayName, description } = manifest;
  const problems: Problem[] = [];
  if (displayName.length > 100) {
    problems.push(
      problem('display-name-long', {
        path: 'package.json#/displayName',
        message: `Expected at most 100 characters; found ${displayName.length}`,
      }),
    );
  }
  if (description === '') {
    problems.push(
      problem('description-missing', {
        path: 'package.json#/description',
        message: 'Expected a sentence; found none',
      }),
    );
  } else if (description.length > 500) {
    problems.push(
      problem('description-long', {
        path: 'package.json#/description',
        message: `Expected at most 500 characters; found ${description.length}`,
      }),
    );
  }
  for (const [field, text] of Object.entries({ displayName, description })) {
    const control = unseen.exec(text);
    if (control === null) continue;
    problems.push(
      problem('text-control-characters', {
        path: `package.json#/${field}`,
        message: `Expected plain text; found U+${codePoint(control[0])} at ${control.index}`,
      }),
    );
  }
  return problems;
};

/** Control characters, and characters that reverse a line's direction or are invisible. */
const unseen = /[\p{Cc}\u200B\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

function codePoint(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
