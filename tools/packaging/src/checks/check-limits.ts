import { problem, type Problem } from '@orchestra/core';
import type { Check } from './check.ts';

const maxPathBytes = 200;

/** Checks number and sizes of the files, and lengths of their paths, against the limits. */
export const checkLimits: Check = ({ files, limits }) => {
  const problems: Problem[] = [];
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
  if (bytes > limits.unpackedBytes) {
    problems.push(
      problem('package-too-large', {
        path: '.',
        message: `Expected at most ${limits.unpackedBytes} bytes of files; found ${bytes}`,
      }),
    );
  }
  if (files.size > limits.entries) {
    problems.push(
      problem('package-too-many-files', {
        path: '.',
        message: `Expected at most ${limits.entries} files; found ${files.size}`,
      }),
    );
  }
  const encoder = new TextEncoder();
  for (const path of files.keys()) {
    if (path.length * 3 <= maxPathBytes || encoder.encode(path).length <= maxPathBytes) continue;
    problems.push(
      problem('path-too-long', {
        path,
        message: `Expected at most ${maxPathBytes} bytes; found ${encoder.encode(path).length}`,
      }),
    );
  }
  return problems;
};
