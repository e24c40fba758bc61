import { strict } from './assert.ts';

export const { AssertionError, deepEqual, deepStrictEqual, doesNotReject, doesNotThrow } = strict;
export const { equal, fail, ifError, notDeepEqual, notDeepStrictEqual, notEqual } = strict;
export const { notStrictEqual, ok, rejects, strictEqual, throws } = strict;
export { doesNotMatch, match, strict } from './assert.ts';
export default strict;
