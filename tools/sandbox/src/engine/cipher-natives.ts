import {
  type Cipheriv,
  createCipheriv,
  createDecipheriv,
  type Decipheriv,
  getCipherInfo,
  getCiphers,
} from 'node:crypto';
import { type CipherNatives, nativeLimits } from '../guest/natives.ts';
import { asBytes, asObject, asText, asWhole, copyBytes } from './native-arguments.ts';

/** Ciphers with a key and an initialization vector. */
export function makeCipherNatives(): { natives: CipherNatives; stop(): void } {
  const open = new Map<number, Cipheriv | Decipheriv>();
  const find = (id: number) => {
    const found = open.get(id);
    if (found !== undefined) return found;
    throw new TypeError('No cipher is open by this number.');
  };
  const natives: CipherNatives = {
    startCipher(id, given) {
      asWhole(id, Number.MAX_SAFE_INTEGER);
      if (open.size >= nativeLimits.openHashes) throw new RangeError('Too many ciphers are open.');
      const { algorithm, key, iv, isDecipher, tag, tagLength, autoPadding } = asObject(given);
      const make = isDecipher ? createDecipheriv : createCipheriv;
      const vector = iv === null ? null : asBytes(iv, nativeLimits.keyBytes);
      const options = tagLength === undefined ? {} : { authTagLength: asWhole(tagLength, 16) };
      const name = asText(algorithm, 100) as 'aes-256-gcm';
      const made = make(name, asBytes(key, nativeLimits.keyBytes), vector as Uint8Array, options);
      if (tag !== undefined && 'setAuthTag' in made) made.setAuthTag(asBytes(tag, 16));
      if (autoPadding === false) made.setAutoPadding(false);
      open.set(id, made);
    },
    setCipherData: (id, bytes, length) => {
      const data = asBytes(bytes, nativeLimits.digestBytes);
      const options = length === undefined ? {} : { plaintextLength: asWhole(length, 2 ** 32) };
      const found = find(id);
      if (!canTakeData(found)) throw new TypeError('The cipher takes no such data.');
      found.setAAD(data, options);
    },
    updateCipher: (id, bytes) =>
      copyBytes(find(id).update(asBytes(bytes, nativeLimits.digestBytes))),
    endCipher(id) {
      const found = find(id);
      open.delete(id);
      const bytes = copyBytes(found.final());
      return { bytes, tag: tagOf(found) };
    },
    listCiphers: () => getCiphers().join(' '),
    cipherInfo: (name) => {
      const found = getCipherInfo(asText(name, 100));
      return found === undefined ? null : { ...found };
    },
  };
  return { natives, stop: () => open.clear() };
}

interface TakesData {
  setAAD(bytes: Uint8Array, options: { plaintextLength?: number }): unknown;
}

function canTakeData(cipher: object): cipher is TakesData {
  return 'setAAD' in cipher;
}

function tagOf(cipher: Cipheriv | Decipheriv): Uint8Array<ArrayBuffer> | null {
  if (!('getAuthTag' in cipher) || typeof cipher.getAuthTag !== 'function') return null;
  try {
    return copyBytes(cipher.getAuthTag() as Uint8Array);
  } catch {
    return null; // it makes none
  }
}
