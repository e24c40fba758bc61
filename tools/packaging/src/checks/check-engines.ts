import { validRange } from 'semver';
import { problem, type Problem } from '@orchestra/core';
import type { Check } from './check.ts';

/** The most engines, because every entry of the index carries them. */
const maxEngines = 10;
const maxRange = 200;

/** Checks that the engine for the kind of extension is declared, and that every engine is a range. */
export const checkEngines: Check = ({ manifest }) => {
  const { engines, compat } = manifest;
  const problems: Problem[] = [];
  const needed = { native: 'orchestra', vscode: 'vscode', raycast: undefined }[compat];
  if (needed !== undefined && engines[needed] === undefined) {
    problems.push(
      problem('engines-missing', {
        path: `package.json#/engines/${needed}`,
        message: `Expected engines.${needed}, which a ${compat} extension needs; found none`,
        hint: `Add "engines": { "${needed}": "^1.0.0" }.`,
      }),
    );
  }
  const declared = Object.entries(engines);
  if (declared.length > maxEngines) {
    const message = `Expected at most ${maxEngines} engines; found ${declared.length}`;
    return [...problems, problem('engines-invalid', { path: 'package.json#/engines', message })];
  }
  for (const [engine, range] of declared) {
    const path = `package.json#/engines/${engine.slice(0, 100)}`;
    if (!/^[\w.@/-]{1,100}$/.test(engine)) {
      const message = 'Expected the name of an engine; found something else';
      problems.push(problem('engines-invalid', { path, message }));
    } else if (range.length > maxRange || validRange(range) === null) {
      const message = `Expected a semver range; found '${range.slice(0, 80)}'`;
      problems.push(problem('engines-invalid', { path, message }));
    }
  }
  return problems;
};
