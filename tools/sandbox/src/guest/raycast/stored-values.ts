import { guest } from 'orchestra:api';
import { createContext } from 'react';
import { ask, askNow } from './ask-host.ts';
import { running } from './facts.ts';

/*
 * What fields and dropdowns with `storeValue` held last, by command: a form's when it was submitted, a dropdown's when
 * something was chosen. Passwords are not kept.
 */

type Values = Readonly<Record<string, unknown>>;

const byCommand = new Map<string, Values>();

/** Ids of the fields with `storeValue` of a form. */
export const StoredFields = createContext<Set<string> | null>(null);

/** What a field held last; undefined where nothing is known. */
export function readStored(id: string): unknown {
  const values = readAll();
  return Object.hasOwn(values, id) ? values[id] : undefined;
}

/** Keeps what fields hold now. @returns what puts back what was kept before */
export function storeValues(values: Values): () => void {
  const before = readAll();
  writeAll({ ...before, ...values });
  return () => writeAll(before);
}

/** Keeps what a form was submitted with, unless its handler says by `false` that it doesn't take it. */
export async function storeSubmitted(
  values: Values,
  { fields, submit }: { fields: ReadonlySet<string>; submit(): unknown },
): Promise<unknown> {
  const kept = Object.entries(values).filter(([id]) => fields.has(id));
  // before it is submitted, which may end the command
  const putBack = kept.length === 0 ? null : storeValues(Object.fromEntries(kept));
  const result = await submit();
  if (result === false) putBack?.();
  return result;
}

function commandName(): string {
  return running.command?.name ?? '';
}

function readAll(): Values {
  const command = commandName();
  const known = byCommand.get(command);
  if (known !== undefined) return known;
  const kept = askNow('Form.storedValues', [command], readAll);
  const values = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
  const read = Object.fromEntries(values.map(([id, value]) => [id, fromKept(value)]));
  byCommand.set(command, read);
  return read;
}

function writeAll(values: Values): void {
  const command = commandName();
  byCommand.set(command, values);
  const kept = Object.entries(values).map(([id, value]) => [id, toKept(value)]);
  const json = JSON.stringify(Object.fromEntries(kept));
  ask('Form.storeValues', [command, json], writeAll).catch(guest.report);
}

/** JSON has no dates. */
function toKept(value: unknown): unknown {
  return value instanceof Date ? { date: value.toISOString() } : value;
}

function fromKept(value: unknown): unknown {
  const isDate = typeof value === 'object' && value !== null && 'date' in value;
  return isDate ? new Date(String(value.date)) : value;
}
