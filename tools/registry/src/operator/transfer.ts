import type { Source } from '@orchestra/core';
import { changeSource } from '../curated/change-source.ts';
import { checkReason } from '../publish/check-reason.ts';
import type { OperatorContext } from './context.ts';
import { findOperator } from './find-operator.ts';
import { findPublicRepository } from './github/find-public-repository.ts';
import { openData } from './open-data.ts';

/** The repository that an extension is published from now. */
export interface Transferred {
  name: string;
  /** Null for uploads. */
  from: Source | null;
  to: Source;
  /** False where it was so before. */
  changed: boolean;
}

/**
 * Moves an extension to another public repository of GitHub. Who owns it stays as it is.
 *
 * @throws RegistryError `extension-unknown`, and as {@link findPublicRepository}
 */
export async function transfer(
  { name, to, reason }: { name: string; to: string; reason: string },
  context: OperatorContext,
): Promise<Transferred> {
  checkReason(reason);
  using registry = await openData(context);
  const by = await findOperator(context);
  const source = await findPublicRepository(to, context.github);
  const { before, after } = await changeSource(
    { name, source, by, reason },
    { ...registry, now: context.now },
  );
  return { name, from: before.source, to: source, changed: before !== after };
}
