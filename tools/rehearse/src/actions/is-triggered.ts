import type { Workflow } from '@orchestra/testkit/workflows';
import { Type } from 'typebox';
import { parseValue } from '@orchestra/core';
import type { Started } from './run.ts';

const Names = Type.Optional(Type.Array(Type.String()));
const TriggerSchema = Type.Object({
  types: Names,
  branches: Names,
  paths: Names,
  'paths-ignore': Names,
});

const PayloadSchema = Type.Object({
  action: Type.Optional(Type.String()),
  ref: Type.Optional(Type.String()),
  pull_request: Type.Optional(Type.Object({ base: Type.Object({ ref: Type.String() }) })),
});

/**
 * True where an event starts a workflow.
 *
 * @param of.paths paths that the event is about
 * @throws Error for a form of trigger that isn't supported here
 */
export function isTriggered(
  { name, on }: Workflow,
  { event, payload, paths }: Pick<Started, 'event' | 'payload'> & { paths: readonly string[] },
): boolean {
  if (!(event in on)) return false;
  const trigger = parseValue(TriggerSchema, on[event] ?? {});
  const about = parseValue(PayloadSchema, payload);
  if (!trigger.ok || !about.ok) throw new Error(`${name}: ${event} is in no known form`);
  const { types, branches, paths: wanted, 'paths-ignore': ignored } = trigger.value;
  const { action, ref, pull_request: pull } = about.value;
  const branch = pull?.base.ref ?? ref?.replace(/^refs\/heads\//, '');
  if (types !== undefined && !types.includes(action ?? '')) return false;
  if (branches !== undefined && !branches.includes(branch ?? '')) return false;
  if (wanted !== undefined && !paths.some((path) => isBelow(path, wanted))) return false;
  return ignored === undefined || paths.some((path) => !isBelow(path, ignored));
}

/**
 * True where a path matches a pattern. Only the form that this project's workflows use is supported: a folder
 * with everything in it.
 */
function isBelow(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    if (!/^[\w/-]+\/\*\*$/.test(pattern)) throw new Error(`unknown pattern: ${pattern}`);
    return path.startsWith(pattern.slice(0, -2));
  });
}
