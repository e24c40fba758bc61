import { createHash, createHmac, getHashes, type Hash, type Hmac } from 'node:crypto';
import { type HashNatives, nativeLimits } from '../guest/natives.ts';
import { asBytes, asText, asWhole, copyBytes } from './native-arguments.ts';

/** Hashes, and those with keys. */
export function makeHashNatives(): { natives: HashNatives; stop(): void } {
  const open = new Map<number, Hash | Hmac>();
  const find = (id: number) => {
    const found = open.get(id);
    if (found !== undefined) return found;
    throw new TypeError('No hash is open by this number.');
  };
  const natives: HashNatives = {
    hash(algorithm, bytes, key) {
      const hash = makeHash(algorithm, key);
      return copyBytes(hash.update(asBytes(bytes, nativeLimits.digestBytes)).digest());
    },
    startHash(id, algorithm, key) {
      asWhole(id, Number.MAX_SAFE_INTEGER);
      if (open.size >= nativeLimits.openHashes) throw new RangeError('Too many hashes are open.');
      open.set(id, makeHash(algorithm, key));
    },
    updateHash: (id, bytes) => void find(id).update(asBytes(bytes, nativeLimits.digestBytes)),
    copyHash(id, copy) {
      asWhole(copy, Number.MAX_SAFE_INTEGER);
      const found = find(id);
      if (!('copy' in found)) throw new TypeError('A hash with a key has no copy.');
      if (open.size >= nativeLimits.openHashes) throw new RangeError('Too many hashes are open.');
      open.set(copy, found.copy());
    },
    endHash(id) {
      const found = find(id);
      open.delete(id);
      return copyBytes(found.digest());
    },
    listHashes: () => getHashes().join(' '),
  };
  return { natives, stop: () => open.clear() };
}

function makeHash(algorithm: string, key: Uint8Array | undefined): Hash | Hmac {
  const name = asText(algorithm, 100);
  try {
    if (key === undefined) return createHash(name);
    return createHmac(name, asBytes(key, nativeLimits.keyBytes));
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new TypeError(`There is no hash '${name}'.`, { cause: error });
  }
}
