import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import { processError } from '@vitest/utils/error';
import * as chai from 'chai';
import { encodeThrown } from '../../guest/encode-thrown.ts';
import type { WireCause } from '../../protocol/wire-value.ts';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Vitest's assertions. */
export const { expect } = chai;

/** Why a test failed, as it leaves the isolate. */
export interface ToldFailure {
  name: string;
  message: string;
  stack: string;
  causes: WireCause[];
  /** Lines with `-` are expected, lines with `+` were received; null where nothing was compared. */
  diff: string | null;
}

/** Makes plain data of whatever a test threw. */
export function tellFailure(thrown: unknown): ToldFailure {
  const { name, message, stack = '', causes = [] } = encodeThrown(thrown);
  const told: unknown = thrown instanceof Error ? processError(thrown) : null;
  const diff = typeof told === 'object' && told !== null ? Reflect.get(told, 'diff') : undefined;
  return { name, message, stack, causes, diff: typeof diff === 'string' ? diff : null };
}
