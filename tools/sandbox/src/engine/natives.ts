import { createHash, randomFillSync } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { sandboxLimits } from '../protocol/limits.ts';
import type { WorkOutcome } from '../guest/work.ts';
import { makeCipherNatives } from './cipher-natives.ts';
import { makeHashNatives } from './hash-natives.ts';
import { Worker } from './work.ts';
import { asBytes, asObject, asText, asWhole, copyBytes } from './native-arguments.ts';
import {
  nativeLimits,
  type DecodingOptions,
  type Natives,
  type UrlParts,
} from '../guest/natives.ts';

/** What natives need of the engine. */
export interface NativeTargets {
  /** Takes a line for the host. */
  send(line: string): void;
  /** Calls `fireTimer(id)` in the isolate. */
  fire(id: number): void;
  /** Calls `finishWork(id, outcome)` in the isolate. */
  finishWork(id: number, outcome: WorkOutcome): void;
}

/**
 * Makes the functions that an isolate is given, each to be wrapped by `new ivm.Callback()`. `stop()` ends what
 * they left waiting: call it when the isolate ends.
 *
 * What they throw is a TypeError or a RangeError without a stack, which would tell paths of the engine.
 */
export function makeNatives({ send, fire, finishWork }: NativeTargets): {
  natives: Natives;
  worker: Worker;
  stop(): void;
} {
  const start = performance.now();
  const timers = makeTimers(fire);
  const decoders = makeDecoders();
  const hashes = makeHashNatives();
  const ciphers = makeCipherNatives();
  const worker = new Worker();
  const natives: Natives = {
    send: (line) => send(asText(line, sandboxLimits.messageBytes)),
    ...timers.natives,
    now: () => performance.now() - start,
    parseUrl,
    changeUrl,
    encodingName,
    ...decoders.natives,
    randomBytes(count) {
      const bytes = new Uint8Array(asWhole(count, nativeLimits.randomBytes));
      return randomFillSync(bytes);
    },
    digest,
    ...hashes.natives,
    ...ciphers.natives,
    startWork(id, work) {
      asWhole(id, Number.MAX_SAFE_INTEGER);
      const { name, options, parts } = asObject(work);
      void worker.run(name, options, parts).then((outcome) => finishWork(id, outcome));
    },
  };
  return {
    natives: withCleanErrors(natives),
    worker,
    stop() {
      timers.stop();
      decoders.stop();
      hashes.stop();
      ciphers.stop();
    },
  };
}

function makeTimers(fire: (id: number) => void) {
  const open = new Map<number, NodeJS.Timeout>();
  const stopTimer = (id: number) => {
    clearTimeout(open.get(id));
    open.delete(id);
  };
  const startTimer = (id: number, delay: number) => {
    asWhole(id, Number.MAX_SAFE_INTEGER);
    const wait = asWhole(delay, 2 ** 31 - 1);
    stopTimer(id);
    if (open.size >= sandboxLimits.openCalls) throw new RangeError('Too many timers are open.');
    const timer = setTimeout(() => {
      open.delete(id);
      fire(id);
    }, wait);
    open.set(id, timer);
  };
  const stop = () => {
    for (const timer of open.values()) clearTimeout(timer);
    open.clear();
  };
  return { natives: { startTimer, stopTimer }, stop };
}

function parseUrl(text: string, base: string | undefined): UrlParts | null {
  asText(text, nativeLimits.urlLength);
  if (base !== undefined) asText(base, nativeLimits.urlLength);
  const url = URL.parse(text, base);
  return url === null ? null : toParts(url);
}

const settable = [
  'href',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;

function changeUrl(href: string, part: string, value: string): UrlParts {
  const url = new URL(asText(href, nativeLimits.urlLength));
  const known = settable.find((name) => name === part);
  if (known === undefined) throw new TypeError('An address has no such part.');
  url[known] = asText(value, nativeLimits.urlLength);
  return toParts(url);
}

function toParts(url: URL): UrlParts {
  const { href, origin, protocol, username, password, host } = url;
  const { hostname, port, pathname, search, hash } = url;
  return {
    href,
    origin,
    protocol,
    username,
    password,
    host,
    hostname,
    port,
    pathname,
    search,
    hash,
  };
}

function encodingName(label: string): string | null {
  try {
    return new TextDecoder(asText(label, 100)).encoding;
  } catch {
    return null;
  }
}

function makeDecoders() {
  const open = new Map<number, InstanceType<typeof TextDecoder>>();
  const decodeText = (bytes: Uint8Array, options: DecodingOptions): string | null => {
    asBytes(bytes, nativeLimits.chunkBytes);
    const { label, fatal, ignoreBOM, id, more = false } = asObject(options);
    const known = id === undefined ? undefined : open.get(id);
    const decoder = known ?? new TextDecoder(asText(label, 100), { fatal, ignoreBOM });
    if (id !== undefined) open.delete(id);
    if (id !== undefined && more) {
      if (open.size >= nativeLimits.openDecoders) throw new RangeError('Too many texts are open.');
      open.set(asWhole(id, Number.MAX_SAFE_INTEGER), decoder);
    }
    try {
      return decoder.decode(bytes, { stream: more });
    } catch {
      if (id !== undefined) open.delete(id);
      return null;
    }
  };
  const dropDecoder = (id: number) => void open.delete(id);
  return { natives: { decodeText, dropDecoder }, stop: () => open.clear() };
}

const hashNames = new Map([
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

function digest(algorithm: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const name = hashNames.get(algorithm);
  if (name === undefined) return null;
  return copyBytes(createHash(name).update(asBytes(bytes, nativeLimits.digestBytes)).digest());
}

function withCleanErrors(natives: Natives): Natives {
  const clean = Object.entries(natives).map(([name, native]) => [
    name,
    (...args: unknown[]): unknown => {
      try {
        return Reflect.apply(native as Native, undefined, args);
      } catch (error) {
        throw withoutStack(error);
      }
    },
  ]);
  return Object.fromEntries(clean) as Natives;
}

type Native = (...args: unknown[]) => unknown;

/** The error as it is to reach the isolate: its kind and its message. */
function withoutStack(error: unknown): Error {
  const { name, message } = error instanceof Error ? error : new Error('A native failed.');
  const made = error instanceof RangeError ? new RangeError(message) : new TypeError(message);
  made.stack = `${name}: ${message}`;
  return made;
}
