import { hasErrors, type Problem } from '@orchestra/core';
import { readOwn } from '../author/read-own.ts';
import type { Command } from '../command.ts';
import { renderProblems } from '../render/render-problems.ts';

/** Everything wrong with the extension in this folder. */
export interface CheckResult {
  problems: Problem[];
}

/** Names everything that would stop a publish, at once. */
export const check: Command<object, CheckResult> = {
  async run(_options, context) {
    const { problems } = await readOwn({}, context);
    return { problems };
  },
  text({ problems }, style) {
    return problems.length === 0 ? style.green('No problems') : renderProblems(problems, style);
  },
  exitCode: ({ problems }) => (hasErrors(problems) ? 1 : 0),
};
