import { problem, type Problem } from '@orchestra/core';
import type { Check } from './check.ts';

/**
 * Reports dependencies where only extensions of VS Code may have them, and files that an author may expect in
 * the package but that aren't packed: links, and files that are too large.
 */
export const checkLeftOut: Check = ({ manifest, files, leftOut, limits, origin }) => {
  const packed =
    manifest.compat === 'vscode'
      ? undefined
      : [...files.keys()].find((path) => /(?:^|\/)node_modules\//.test(path));
  const problems: Problem[] =
    packed === undefined
      ? []
      : [problem('node-modules', { path: packed, message: `'${packed}' is a dependency's file` })];
  if (origin === 'archive') return problems;
  for (const { path, reason } of leftOut) {
    if (reason === 'link') {
      problems.push(problem('link-left-out', { path, message: `'${path}' is a link` }));
    } else if (reason === 'too-large') {
      const message = `Expected at most ${limits.unpackedBytes} bytes of files; this one is too much`;
      problems.push(problem('package-too-large', { path, message }));
    }
  }
  return problems;
};
