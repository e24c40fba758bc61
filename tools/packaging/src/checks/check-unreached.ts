import { problem } from '@orchestra/core';
import type { Check } from './check.ts';

const mostNames = 5;

/** Tells of code that nothing in the package reaches: one note for all of it. */
export const checkUnreached: Check = ({ analysis }) => {
  const { count, paths } = analysis.unreached ?? { count: 0, paths: [] };
  const [first] = paths;
  if (first === undefined) return [];
  const shown = paths.slice(0, mostNames).join(', ');
  const all = count > mostNames ? `${shown} and ${count - mostNames} more` : shown;
  const files = count === 1 ? '1 file of code that nothing' : `${count} files of code that nothing`;
  return [
    problem('code-unreached', {
      path: first,
      message: `${files} in the package loads: ${all}. What only they use counts for no permission`,
    }),
  ];
};
