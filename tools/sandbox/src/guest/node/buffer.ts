import { Buffer, INSPECT_MAX_BYTES, kMaxLength } from '@jspm/core/nodelibs/buffer';

/** As those of Node. */
export const constants = { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: 2 ** 29 - 24 };
export const kStringMaxLength = constants.MAX_STRING_LENGTH;
const { atob, btoa, Blob, File } = globalThis;

export { atob, Blob, btoa, Buffer, File, INSPECT_MAX_BYTES, kMaxLength };
export default {
  atob,
  Blob,
  btoa,
  Buffer,
  constants,
  File,
  INSPECT_MAX_BYTES,
  kMaxLength,
  kStringMaxLength,
};
