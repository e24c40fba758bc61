import { showPlace } from '@orchestra/code-analysis';
import { type FormatFault, problem } from '@orchestra/core';
import type { Check } from './check.ts';

/** Checks that every file that is loaded is written in the format that Node reads it in. */
export const checkFormat: Check = ({ analysis }) =>
  (analysis.misformatted ?? []).map(({ what, place }) =>
    problem('code-format', { path: showPlace(place), ...texts[what] }),
  );

const texts: Readonly<Record<FormatFault, { message: string; hint: string }>> = {
  'esm-in-commonjs': {
    message:
      'Expected CommonJS, by the name of the file or "type"; found the syntax of an ES module',
    hint: 'Build it as CommonJS, name it .mjs, or write "type": "module" in package.json.',
  },
  'commonjs-in-esm': {
    message:
      'Expected an ES module, by its syntax, its name or "type"; found a name that only CommonJS has',
    hint: 'Build it as an ES module, name it .cjs, or take "type": "module" out of package.json.',
  },
  'await-in-required': {
    message:
      'Expected code that can be loaded by require; found an ES module with await at its top',
    hint: 'Move the await into a function, such as activate(), or build the code as CommonJS.',
  },
};
