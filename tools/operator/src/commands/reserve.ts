import { NameSchema, parseValue, RegistryError } from '@orchestra/core';
import { changeCurated } from '../curated/change-curated.ts';
import { commitMessage } from '../curated/commit-message.ts';
import { checkReason } from '../publish/check-reason.ts';
import type { OperatorContext } from './context.ts';
import { findOperator } from './find-operator.ts';
import { openData } from './open-data.ts';

/** Names that nobody may publish under, of those that were given. */
export interface Reserved {
  names: string[];
  reserved: boolean;
  /** False where all were so before. */
  changed: boolean;
}

/**
 * Keeps names from being published under, or frees them.
 *
 * @throws RegistryError `usage` for what is no name; `name-taken` for names that are published, whose
 *   owners could publish no more; nothing is changed then
 */
export async function reserve(
  request: { names: readonly string[]; remove: boolean; reason: string | undefined },
  context: OperatorContext,
): Promise<Reserved> {
  const { remove, reason } = request;
  const names = [...new Set(request.names)].toSorted();
  checkReason(reason);
  checkNames(names);
  using registry = await openData(context);
  const by = await findOperator(context);
  if (!remove) await checkUnpublished(names, await registry.index.snapshot());
  const title = `${remove ? 'Reserve no longer' : 'Reserve'}: ${names.join(', ')}`;
  const changed = await changeCurated(
    {
      message: commitMessage(title, { by, reason }),
      change: ({ reservedNames }) => ({
        reservedNames: remove
          ? reservedNames.difference(new Set(names))
          : new Set([...reservedNames.union(new Set(names))].toSorted()),
      }),
    },
    { ...registry, now: context.now },
  );
  return { names, reserved: !remove, changed };
}

function checkNames(names: readonly string[]): void {
  const wrong = names.filter((name) => !parseValue(NameSchema, name).ok);
  if (wrong.length === 0) return;
  throw new RegistryError('usage', `No extension can be called ${quoted(wrong)}`, {
    hint: 'Names are lower-case words of letters and digits, joined by hyphens.',
  });
}

async function checkUnpublished(
  names: readonly string[],
  snapshot: { readEntry(name: string): Promise<object | null> },
): Promise<void> {
  const found = await Promise.all(names.map(async (name) => snapshot.readEntry(name)));
  const published = names.filter((_name, nth) => found[nth] !== null);
  if (published.length === 0) return;
  throw new RegistryError('name-taken', `${quoted(published)} is published already`, {
    hint: 'Its owners could publish no more: quarantine its versions instead. Nothing was changed.',
  });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
