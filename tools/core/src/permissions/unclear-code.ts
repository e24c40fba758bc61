import type { UnresolvedCode } from '../schema/analysis.ts';
import { type Permission, permissions } from '../schema/names.ts';
import type { UnclearCode } from '../schema/unclear-code.ts';

/** Finds the permissions that unresolved code may need in addition to the declared ones, in display order. */
export function findUnclear(
  unresolved: readonly Pick<UnresolvedCode, 'permissions'>[],
  declared: readonly string[],
): UnclearCode {
  const may = new Set(unresolved.flatMap((code) => code.permissions));
  const mayNeed = permissions.filter((each) => may.has(each) && !declared.includes(each));
  return { mayNeed };
}

/** True for code of which is known that there are permissions which it can't need. */
export function isBounded({ permissions: may }: Pick<UnresolvedCode, 'permissions'>): boolean {
  return may.length < permissions.length;
}

/**
 * True for unresolved code that can do nothing but what people agree to by the declared permissions, so that
 * nobody has to look at it. What is not bounded is never that: it may load code from outside of the package.
 */
export function isAccepted(
  code: Pick<UnresolvedCode, 'permissions'>,
  declared: readonly string[],
): boolean {
  return isBounded(code) && code.permissions.every((each) => declared.includes(each));
}

/** True for code that was not read, or not to its end, so that nobody knows what else it uses. */
export function isUnread({ reason, what }: Pick<UnresolvedCode, 'reason' | 'what'>): boolean {
  return reason === 'unreadable' || (reason === 'over-limit' && !what.endsWith(moreSuchPlaces));
}

/** What ends the text of a finding that stands for many others: code that was read. */
export const moreSuchPlaces = 'more such places';

/** What a version may do, as far as it is known. */
interface Powers {
  permissions: readonly Permission[];
  unclearCode?: UnclearCode;
}

/** Finds what unclear code of a version may need, and nothing of the version before was known to. */
export function addedUnclear(version: Powers, before: Powers): Permission[] {
  const known = new Set([...before.permissions, ...(before.unclearCode?.mayNeed ?? [])]);
  return (version.unclearCode?.mayNeed ?? []).filter((each) => !known.has(each));
}

/** What people are told of a version, before they agree to what it may do. */
export interface UnclearText {
  /** Full sentences. */
  text: string;
  /** Permissions to list below the text; empty where none are meant, or the text says that it may do anything. */
  mayNeed: Permission[];
}

/**
 * Says in plain words that it can't be told of a version what it does.
 *
 * @param of.unclearCode undefined where it isn't known: the version was published before it was kept
 * @param of.isCleared false for a package that nobody has looked at
 * @returns null where all of its code could be told
 */
export function describeUnclear(of: {
  permissions: readonly Permission[];
  unclearCode: UnclearCode | undefined;
  isCleared: boolean;
}): UnclearText | null {
  if (of.unclearCode === undefined) return { text: notKnown, mayNeed: [] };
  const { mayNeed } = of.unclearCode;
  if (mayNeed.length === 0) return null;
  const looked = of.isCleared
    ? 'a person of the registry looked at it and cleared it'
    : 'nobody of a registry has looked at it';
  const told = `Part of its code can’t be told by reading it; ${looked}.`;
  const isAnything = permissions.every(
    (each) => of.permissions.includes(each) || mayNeed.includes(each),
  );
  return isAnything
    ? { text: `${told} It may do anything that an extension can.`, mayNeed: [] }
    : { text: `${told} It may also do this:`, mayNeed: [...mayNeed] };
}

const notKnown =
  'Whether it may do more is not known: when it was published, nobody noted whether all of its code could be told by reading it.';
