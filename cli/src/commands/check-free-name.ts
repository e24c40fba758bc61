import { type Compat, hasErrors, nameProblems, type Problem } from '@orchestra/core';
import { plain, renderProblems, type Style } from '@orchestra/terminal';
import type { Command } from '../command.ts';
import { findNear } from '../name/find-near.ts';
import { readReserved } from '../name/read-reserved.ts';
import { connectRegistry } from '../registry/registry-client.ts';

/** Whether an extension may be called so. */
export interface NameResult {
  name: string;
  /** Nothing keeps it from being published; somebody may still find it too near to another one. */
  free: boolean;
  /** The extension that has it; null where none has. */
  taken: { owners: string[]; compat: Compat } | null;
  /** Why it can't be had, and names that it is near to. */
  problems: Problem[];
}

/** Says whether a name is legal, reserved, taken or near to another one; no folder is looked at. */
export const checkFreeName: Command<{ name: string }, NameResult> = {
  async run({ name }, context) {
    const illegal = nameProblems(name, { path: name, reservedNames: new Set() });
    if (hasErrors(illegal)) return { name, free: false, taken: null, problems: illegal };
    const { config, findEntry } = await connectRegistry(context);
    const [reservedNames, entry, near] = await Promise.all([
      readReserved(config, context),
      findEntry(name),
      findNear(name, { config, context }),
    ]);
    const reserved = nameProblems(name, { path: name, reservedNames });
    if (entry === null) {
      return { name, free: !hasErrors(reserved), taken: null, problems: [...reserved, ...near] };
    }
    const taken = { owners: entry.owners.map(({ login }) => login), compat: entry.compat };
    return { name, free: false, taken, problems: reserved };
  },
  text({ name, free, taken, problems }, style) {
    const found = problems.length === 0 ? [] : [renderProblems(problems, style)];
    if (taken !== null) found.push(renderTaken(name, { taken, style }));
    if (free) found.push(style.green(`'${plain(name)}' is free`));
    return found.join('\n');
  },
  exitCode: ({ free }) => (free ? 0 : 1),
};

function renderTaken(
  name: string,
  { taken, style }: { taken: NonNullable<NameResult['taken']>; style: Style },
): string {
  const owners = plain(taken.owners.join(', '));
  const head = `'${plain(name)}' is taken: a ${taken.compat} extension of ${owners} has it`;
  return `${style.red(head)}\n${style.dim(`See it: orchestra ext show ${plain(name)}`)}`;
}
