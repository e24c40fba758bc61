import type { Source } from '@orchestra/core';
import { changeSource, checkReason } from '@orchestra/registry';
import type { OperatorCommand } from '../command.ts';
import { findOperator } from '../find-operator.ts';
import { findPublicRepository } from '../github/find-public-repository.ts';
import { openData } from '../open-data.ts';

/** The former and the new repository of an extension. */
export interface Transferred {
  name: string;
  /** Null for uploads. */
  from: Source | null;
  to: Source;
  /** False where it already was the pinned one. */
  changed: boolean;
}

/**
 * Pins an extension to another public GitHub repository. Its owners stay the same.
 *
 * @throws RegistryError `extension-unknown`, and as {@link findPublicRepository}
 */
export const transfer: OperatorCommand<{ name: string; to: string; reason: string }, Transferred> =
  {
    async run({ name, to, reason }, context) {
      checkReason(reason);
      using registry = await openData(context);
      const by = await findOperator(context);
      const source = await findPublicRepository(to, context.github);
      const { before, after } = await changeSource(
        { name, source, by, reason },
        { ...registry, now: context.now },
      );
      return { name, from: before.source, to: source, changed: before !== after };
    },
    text({ name, from, to, changed }, style) {
      const where = `${to.repository} (${to.repositoryId})`;
      if (!changed) return `Nothing changed; ${name} is published from ${where}`;
      return `${name} is ${style.green('now')} published from ${where}, no longer from ${from?.repository ?? 'uploads'}`;
    },
  };
