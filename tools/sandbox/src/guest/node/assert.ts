import assert, {
  AssertionError,
  deepEqual,
  deepStrictEqual,
  doesNotReject,
  doesNotThrow,
  equal,
  fail,
  ifError,
  notDeepEqual,
  notDeepStrictEqual,
  notEqual,
  notStrictEqual,
  ok,
  rejects,
  strict,
  strictEqual,
  throws,
} from '@jspm/core/nodelibs/assert';

function makeMatcher(isWanted: boolean, operator: string) {
  return (text: unknown, pattern: RegExp, message?: string | Error): void => {
    if (typeof text === 'string' && pattern.test(text) === isWanted) return;
    if (message instanceof Error) throw message;
    const said = isWanted ? 'did not match the regular expression' : 'was expected to not match';
    throw new AssertionError({
      message: message ?? `The input ${said} ${String(pattern)}. Input:\n\n${String(text)}\n`,
      actual: text,
      expected: pattern,
      operator,
    });
  };
}

/** `match`, and its opposite. */
export const match = makeMatcher(true, 'match');
export const doesNotMatch = makeMatcher(false, 'doesNotMatch');
Object.assign(assert, { match, doesNotMatch });
Object.assign(strict, { match, doesNotMatch });

export {
  AssertionError,
  deepEqual,
  deepStrictEqual,
  doesNotReject,
  doesNotThrow,
  equal,
  fail,
  ifError,
  notDeepEqual,
  notDeepStrictEqual,
  notEqual,
  notStrictEqual,
  ok,
  rejects,
  strict,
  strictEqual,
  throws,
};
export default assert;
