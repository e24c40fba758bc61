import { type Compat, hasErrors, nameProblems, type Problem } from '@orchestra/core';
import { plain, renderProblems, type Style } from '@orchestra/terminal';
import type { Command } from '../command.ts';
import { findNear } from '../name/find-near.ts';
import { readReserved } from '../name/read-reserved.ts';
import { connectRegistry } from '../registry/registry-client.ts';

/** Whether a name is available, and what is wrong with it. */
export interface NameResult {
  name: string;
  /** True where the name can be published; it may still be similar to another one. */
  free: boolean;
  /** The extension with this name; null where there is none. */
  taken: { owners: string[]; compat: Compat } | null;
  /** Problems that make the name invalid, and similar names. */
  problems: Problem[];
}

/** Checks whether a name is valid, reserved, taken or similar to another one. Reads no folder. */
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
