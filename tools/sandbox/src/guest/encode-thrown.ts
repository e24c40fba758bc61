import { encodeError, type WireCause, type WireError } from '../protocol/wire-value.ts';
import { inspectValue } from './web/inspect-value.ts';
import { isErrorObject } from './web/is-error.ts';

/** How many causes are told of an error, whatever is behind them. */
const mostCauses = 10;

/**
 * What is told of anything that was thrown, with what is behind it. Values are written as `console.log` writes
 * them: none of their own code has to run.
 */
export function encodeThrown(thrown: unknown): WireError {
  if (typeof thrown === 'string') return encodeError(thrown);
  if (!isError(thrown)) return encodeError(`${inspectValue(thrown)} was thrown, which is no Error`);
  const causes = listCauses(thrown);
  const told = encodeError(thrown);
  return causes.length === 0 ? told : { ...told, causes };
}

function isError(value: unknown): value is Error {
  try {
    return isErrorObject(value) || value instanceof Error;
  } catch {
    return false; // a proxy that doesn't let itself be looked at
  }
}

/** What an error was caused by, and the errors that it joins; each with its own causes behind it. */
function listCauses(error: Error): WireCause[] {
  const causes: WireCause[] = [];
  const seen = new Set<unknown>([error]);
  const add = (kind: WireCause['kind'], value: unknown) => {
    if (seen.has(value) || causes.length >= mostCauses) return;
    if (typeof value === 'object') seen.add(value);
    if (!isError(value)) {
      causes.push({ kind, ...encodeError(inspectValue(value)) });
      return;
    }
    causes.push({ kind, ...encodeError(value) });
    follow(value);
  };
  const follow = (from: Error) => {
    const cause = ownData(from, 'cause');
    if (cause !== undefined) add('cause', cause.value);
    const joined = ownData(from, 'errors')?.value;
    if (!Array.isArray(joined)) return;
    for (let at = 0; at < mostCauses; at += 1) {
      const part = ownData(joined, String(at));
      if (part !== undefined) add('part', part.value);
    }
  };
  try {
    follow(error);
  } catch {
    // a proxy that doesn't let itself be looked at: what was found until then is told
  }
  return causes;
}

function ownData(of: object, key: string): { value?: unknown } | undefined {
  const property = Object.getOwnPropertyDescriptor(of, key);
  return property !== undefined && 'value' in property ? property : undefined;
}
