import { createHash, createHmac, getHashes, Hash, hash, Hmac } from './crypto-parts/hash.ts';
import {
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  timingSafeEqual,
} from './crypto-parts/random.ts';

export const webcrypto = globalThis.crypto;
export const { subtle } = webcrypto;
export const randomUUID = () => webcrypto.randomUUID();
export const getRandomValues = (array: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(array);

export {
  createHash,
  createHmac,
  getHashes,
  Hash,
  hash,
  Hmac,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  timingSafeEqual,
};
export default {
  createHash,
  createHmac,
  getHashes,
  getRandomValues,
  Hash,
  hash,
  Hmac,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  subtle,
  timingSafeEqual,
  webcrypto,
};
