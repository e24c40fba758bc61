import type { Problem } from '@orchestra/core';
import type { Render } from './render.ts';

/** Problems, each with where it is and what to do about it. */
export const renderProblems: Render<readonly Problem[]> = (problems, colors) => {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.dim };
  const lines = problems.map(
    ({ severity, code, path, message, hint }) =>
      `${paint[severity](severity)} ${path}: ${message} ${colors.dim(`(${code})`)}\n  ${hint}\n`,
  );
  return lines.join('');
};
