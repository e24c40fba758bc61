import { Cipheriv, createCipheriv, createDecipheriv, Decipheriv } from './crypto-parts/cipher.ts';
import { getCipherInfo, getCiphers } from './crypto-parts/cipher.ts';
import { hkdf, hkdfSync, pbkdf2, pbkdf2Sync } from './crypto-parts/derive-key.ts';
import { scrypt, scryptSync } from './crypto-parts/derive-key.ts';
import { createHash, createHmac, getHashes, Hash, hash, Hmac } from './crypto-parts/hash.ts';
import { randomBytes, randomFill, randomFillSync, randomInt } from './crypto-parts/random.ts';
import { timingSafeEqual } from './crypto-parts/random.ts';

export const webcrypto = globalThis.crypto;
export const { subtle } = webcrypto;
export const randomUUID = () => webcrypto.randomUUID();
export const getRandomValues = (array: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(array);
export const pseudoRandomBytes = randomBytes;
export const constants = {};
export const getFips = () => 0;

export {
  Cipheriv,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  Decipheriv,
  getCipherInfo,
  getCiphers,
  getHashes,
  Hash,
  hash,
  hkdf,
  hkdfSync,
  Hmac,
  pbkdf2,
  pbkdf2Sync,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  scrypt,
  scryptSync,
  timingSafeEqual,
};
export default {
  Cipheriv,
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  Decipheriv,
  getCipherInfo,
  getCiphers,
  getFips,
  getHashes,
  getRandomValues,
  Hash,
  hash,
  hkdf,
  hkdfSync,
  Hmac,
  pbkdf2,
  pbkdf2Sync,
  pseudoRandomBytes,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  scrypt,
  scryptSync,
  subtle,
  timingSafeEqual,
  webcrypto,
};
