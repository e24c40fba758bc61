import { type ApiTable, harmlessModules, judgeApi } from '../judgement.ts';

/** Modules of Node that compute, and reach nothing. */
export const nodePlain: readonly ApiTable[] = [
  {
    module: 'crypto',
    mostlyHarmless: true,
    judgements: [
      judgeApi('unresolved', 'Loads native code.', 'setEngine'),
      judgeApi(
        'harmless',
        'Computes ciphers, hashes, keys and random numbers.',
        'argon2 argon2Sync checkPrime checkPrimeSync createCipher createCipheriv createDecipher createDecipheriv createDiffieHellman createDiffieHellmanGroup createECDH createHash createHmac createPrivateKey createPublicKey createSecretKey createSign createVerify diffieHellman generatePrime generatePrimeSync hkdf hkdfSync pbkdf2 pbkdf2Sync generateKeyPair generateKeyPairSync generateKey generateKeySync privateDecrypt privateEncrypt publicDecrypt publicEncrypt randomBytes randomFill randomFillSync randomInt randomUUID randomUUIDv7 scrypt scryptSync sign timingSafeEqual verify hash encapsulate decapsulate webcrypto subtle getRandomValues prng pseudoRandomBytes rng',
      ),
      judgeApi(
        'harmless',
        'Lists, settings and classes of keys.',
        'getCiphers getCipherInfo getCurves getDiffieHellman getHashes getFips setFips fips constants Certificate Cipher Cipheriv Decipher Decipheriv DiffieHellman DiffieHellmanGroup ECDH Hash Hmac KeyObject Sign Verify X509Certificate secureHeapUsed CryptoKey DEFAULT_ENCODING',
      ),
    ],
  },
  ...harmlessModules(
    'Tells what goes on in this process.',
    'async_hooks diagnostics_channel perf_hooks',
  ),
  ...harmlessModules('Writes to the log of the app.', 'console'),
  ...harmlessModules('Reads lines of a stream that it is given.', 'readline readline/promises'),
  ...harmlessModules('Facts of the computer.', 'os constants'),
  ...harmlessModules(
    'Works on texts and paths, and asks no disk.',
    'path path/posix path/win32 punycode querystring string_decoder url',
  ),
  ...harmlessModules(
    'Compares, shows and converts values.',
    'assert assert/strict buffer sys util util/types zlib test/reporters',
  ),
  ...harmlessModules(
    'Events, streams and timers of the extension itself.',
    'domain events stream stream/consumers stream/promises stream/web timers timers/promises _stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_writable',
  ),
];
