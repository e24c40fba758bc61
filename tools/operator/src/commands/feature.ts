import { RegistryError } from '@orchestra/core';
import { changeCurated, checkReason, commitMessage, readCurated } from '@orchestra/registry';
import type { OperatorCommand } from '../command.ts';
import { findOperator } from '../find-operator.ts';
import { openData } from '../open-data.ts';

/** The featured extensions after the command. */
export interface Featured {
  /** Names in display order. */
  featured: string[];
  /** False where they already were as requested. */
  changed: boolean;
}

/**
 * Adds extensions at the end of the featured ones, or removes them.
 *
 * @throws RegistryError `extension-unknown`; nothing is changed then
 */
export const feature: OperatorCommand<
  { names: readonly string[]; remove: boolean; reason?: string },
  Featured
> = {
  async run({ names, remove, reason }, context) {
    checkReason(reason);
    using registry = await openData(context);
    const snapshot = await registry.index.snapshot();
    for (const name of remove ? [] : names) {
      if ((await snapshot.readEntry(name)) !== null) continue;
      throw new RegistryError('extension-unknown', `No extension is called '${name}'`, {
        hint: 'Check the name; nothing was changed.',
      });
    }
    const by = await findOperator(context);
    const title = `${remove ? 'Feature no longer' : 'Feature'}: ${names.join(', ')}`;
    const changed = await changeCurated(
      {
        message: commitMessage(title, { by, reason }),
        change: ({ featured }) => ({
          featured: remove
            ? featured.filter((name) => !names.includes(name))
            : [...new Set([...featured, ...names])],
        }),
      },
      { ...registry, now: context.now },
    );
    const { featured } = await readCurated(await registry.index.snapshot());
    return { featured, changed };
  },
  text({ featured, changed }, style) {
    const list = featured.length === 0 ? 'nothing' : featured.join(', ');
    return `${changed ? style.green('Featured now') : 'Nothing changed; featured'}: ${list}`;
  },
};
