import {
  type ClearedPackage,
  ClearedPackageSchema,
  parseValue,
  RegistryError,
} from '@orchestra/core';
import {
  changeCurated,
  checkReason,
  commitMessage,
  type ExistingRegistry,
} from '@orchestra/registry';
import { listWaiting } from '../code-reviews/list-waiting.ts';
import { requireWaiting } from '../code-reviews/require-waiting.ts';
import type { OperatorCommand } from '../command.ts';
import { findOperator } from '../find-operator.ts';
import { openData } from '../open-data.ts';

/** The package to clear. */
export interface ClearOptions {
  /** SHA-256, or `NAME` or `NAME@VERSION` of one that waits. */
  what: string;
  /** Needed for a package that is not in the queue. */
  name?: string | undefined;
  /** Needed for a package that is not in the queue. */
  version?: string | undefined;
  undo: boolean;
  reason: string;
}

/** A package that was cleared, or whose clearance was withdrawn. */
export interface Cleared extends ClearedPackage {
  cleared: boolean;
  /** False where it already was as requested. */
  changed: boolean;
}

/**
 * Clears exactly these bytes for publishing after a person reviewed code that can't be analysed, or withdraws
 * that. Published versions stay published.
 *
 * @throws RegistryError `usage` for an invalid SHA-256, name or version, or several that are meant,
 *   `code-review-unknown`
 */
export const clear: OperatorCommand<ClearOptions, Cleared> = {
  async run(request, context) {
    const { undo, reason } = request;
    checkReason(reason);
    using registry = await openData(context);
    const one = await findPackage(request, registry);
    const { name, version, sha256 } = one;
    const by = await findOperator(context);
    const title = `${undo ? 'Clear no longer' : 'Clear'}: ${name} ${version}, SHA-256 ${sha256}`;
    const changed = await changeCurated(
      {
        message: commitMessage(title, { by, reason }),
        change: ({ cleared }) => {
          const others = cleared.filter((other) => other.sha256 !== sha256);
          return { cleared: undo ? others : [...others, one].toSorted(byName) };
        },
      },
      { ...registry, now: context.now },
    );
    return { ...one, cleared: !undo, changed };
  },
  text({ name, version, sha256, cleared, changed }, style) {
    const state = cleared ? 'cleared' : 'not cleared';
    const title = changed ? style.green(`Now ${state}`) : `Nothing changed; ${state}`;
    return `${title}: ${name} ${version}, SHA-256 ${sha256}`;
  },
};

/** Takes name, version and SHA-256 from the queue, where the package waits, or as they were given. */
async function findPackage(
  { what, name, version, undo }: ClearOptions,
  registry: ExistingRegistry,
): Promise<ClearedPackage> {
  if (name !== undefined && version !== undefined) {
    return parsePackage({ name, version, sha256: what });
  }
  const waiting = await listWaiting(registry);
  const [{ record }] = requireWaiting(what, { waiting, state: undo ? 'cleared' : 'waiting' });
  return { name: record.name, version: record.version, sha256: record.sha256 };
}

function parsePackage(given: ClearedPackage): ClearedPackage {
  const parsed = parseValue(ClearedPackageSchema, given);
  if (parsed.ok) return parsed.value;
  const { name, version, sha256 } = given;
  throw new RegistryError('usage', `'${name} ${version}, SHA-256 ${sha256}' names no package`, {
    hint: 'Give its SHA-256 in 64 lower-case hexadecimal digits, and the name and version that its package.json says.',
  });
}

/** Sorts packages, so that the same set always gives the same file. */
function byName(left: ClearedPackage, right: ClearedPackage): number {
  return keyOf(left) < keyOf(right) ? -1 : 1;
}

function keyOf({ name, version, sha256 }: ClearedPackage): string {
  return `${name} ${version} ${sha256}`;
}
