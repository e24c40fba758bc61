import { Cipheriv, createCipheriv, createDecipheriv, Decipheriv } from './crypto-parts/cipher.ts';
import { getCipherInfo, getCiphers } from './crypto-parts/cipher.ts';
import { hkdf, hkdfSync, pbkdf2, pbkdf2Sync } from './crypto-parts/derive-key.ts';
import { scrypt, scryptSync } from './crypto-parts/derive-key.ts';
import { createHash, createHmac, getHashes, Hash, hash, Hmac } from './crypto-parts/hash.ts';
import { randomBytes, randomFill, randomFillSync, randomInt } from './crypto-parts/random.ts';
import { timingSafeEqual } from './crypto-parts/random.ts';
import { missing } from './node-error.ts';

export const webcrypto = globalThis.crypto;
export const { subtle } = webcrypto;
export const randomUUID = () => webcrypto.randomUUID();
export const getRandomValues = (array: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(array);
export const pseudoRandomBytes = randomBytes;
export const constants = {};
export const getFips = () => 0;

export const createSign = missing('crypto.createSign');
export const createVerify = missing('crypto.createVerify');
export const sign = missing('crypto.sign');
export const verify = missing('crypto.verify');
export const createPrivateKey = missing('crypto.createPrivateKey');
export const createPublicKey = missing('crypto.createPublicKey');
export const createSecretKey = missing('crypto.createSecretKey');
export const generateKeyPair = missing('crypto.generateKeyPair');
export const generateKeyPairSync = missing('crypto.generateKeyPairSync');
export const publicEncrypt = missing('crypto.publicEncrypt');
export const privateDecrypt = missing('crypto.privateDecrypt');
export const createDiffieHellman = missing('crypto.createDiffieHellman');
export const createECDH = missing('crypto.createECDH');
export const KeyObject = missing('crypto.KeyObject');
export const X509Certificate = missing('crypto.X509Certificate');

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
  createDiffieHellman,
  createECDH,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  createSign,
  createVerify,
  Decipheriv,
  generateKeyPair,
  generateKeyPairSync,
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
  KeyObject,
  pbkdf2,
  pbkdf2Sync,
  privateDecrypt,
  pseudoRandomBytes,
  publicEncrypt,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  scrypt,
  scryptSync,
  sign,
  subtle,
  timingSafeEqual,
  verify,
  webcrypto,
  X509Certificate,
};
