import { NameSchema, parseValue, RegistryError } from '@orchestra/core';
import { changeCurated, checkReason, commitMessage } from '@orchestra/registry';
import type { OperatorCommand } from '../command.ts';
import { findOperator } from '../find-operator.ts';
import { openData } from '../open-data.ts';

/** The names to reserve or to release. */
export interface ReserveOptions {
  names: readonly string[];
  remove: boolean;
  reason?: string;
}

/** The given names, and whether they are reserved now. */
export interface Reserved {
  names: string[];
  reserved: boolean;
  /** False where all already were as requested. */
  changed: boolean;
}

/**
 * Reserves names so that nobody may publish under them, or releases them.
 *
 * @throws RegistryError `usage` for an invalid name; `name-taken` for a published name, whose owners could
 *   then no longer publish; nothing is changed then
 */
export const reserve: OperatorCommand<ReserveOptions, Reserved> = {
  async run(request, context) {
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
  },
  text({ names, reserved, changed }, style) {
    const state = reserved ? 'reserved' : 'free';
    const title = changed ? style.green(`Now ${state}`) : `Nothing changed; ${state}`;
    return `${title}: ${names.join(', ')}`;
  },
};

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
