import { AbortSignal, anySignal } from './abort.ts';
import { Body, extractBody, shareBody, takeBody, type BodySource } from './body.ts';
import {
  defineInterface,
  mixIn,
  requireArguments,
  toDictionary,
  toText,
} from './define-interface.ts';
import { Headers } from './headers.ts';
import { URL } from './url.ts';

type Redirect = 'follow' | 'error' | 'manual';

/** What is only kept and shown: a host decides about it. */
const shown = {
  cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
  credentials: ['same-origin', 'omit', 'include'],
  mode: ['cors', 'navigate', 'same-origin', 'no-cors'],
  referrerPolicy: [
    '',
    'no-referrer',
    'no-referrer-when-downgrade',
    'same-origin',
    'origin',
    'strict-origin',
    'origin-when-cross-origin',
    'strict-origin-when-cross-origin',
    'unsafe-url',
  ],
} as const;

interface Parts {
  url: string;
  method: string;
  redirect: Redirect;
  shown: Readonly<Record<keyof typeof shown, string>>;
  keepalive: boolean;
  integrity: string;
  signal: AbortSignal;
}

/** The signal that a request was given, if it was. */
export let givenSignal: (request: Request) => AbortSignal | undefined;

/** As WHATWG's Fetch standard has it; addresses must be absolute. */
export class Request extends Body {
  #parts: Parts;
  #headers: Headers;
  #given: AbortSignal | undefined;

  static {
    givenSignal = (request) => request.#given;
  }

  constructor(input: unknown, init?: unknown) {
    requireArguments('Request constructor', arguments, 1);
    const given = toDictionary(init, 'Request constructor');
    const from = input instanceof Request ? input : undefined;
    const parts = readParts(from === undefined ? input : from, given);
    const headers = new Headers(Reflect.get(given, 'headers') ?? from?.headers);
    const source = readBody(given, { from, headers, method: parts.method });
    super(source, headers);
    this.#headers = headers;
    const signals = readSignal(given, from);
    this.#given = signals;
    this.#parts = { ...parts, signal: anySignal(signals === undefined ? [] : [signals]) };
  }

  get method(): string {
    return this.#parts.method;
  }

  get url(): string {
    return this.#parts.url;
  }

  get headers(): Headers {
    return this.#headers;
  }

  get destination(): string {
    return '';
  }

  get referrer(): string {
    return 'about:client';
  }

  get referrerPolicy(): string {
    return this.#parts.shown.referrerPolicy;
  }

  get mode(): string {
    return this.#parts.shown.mode;
  }

  get credentials(): string {
    return this.#parts.shown.credentials;
  }

  get cache(): string {
    return this.#parts.shown.cache;
  }

  get redirect(): Redirect {
    return this.#parts.redirect;
  }

  get integrity(): string {
    return this.#parts.integrity;
  }

  get keepalive(): boolean {
    return this.#parts.keepalive;
  }

  get duplex(): string {
    return 'half';
  }

  get signal(): AbortSignal {
    return this.#parts.signal;
  }

  clone(): Request {
    const source = shareBody(this);
    const { url, method, redirect, keepalive, integrity, signal } = this.#parts;
    const options = { ...this.#parts.shown, method, redirect, keepalive, integrity, signal };
    const made = new Request(url, { ...options, headers: this.#headers });
    return source === undefined ? made : withSource(made, source);
  }
}

mixIn(Request, Body);
defineInterface('Request', Request);

function withSource(request: Request, source: BodySource): Request {
  const { url, method, redirect, signal, headers } = request;
  const { cache, credentials, mode, referrerPolicy, keepalive, integrity } = request;
  const kept = { cache, credentials, mode, referrerPolicy, keepalive, integrity };
  return new Request(url, { ...kept, method, redirect, signal, headers, [given]: source });
}

/** The key of options that holds a body which needs no type any more. */
const given: unique symbol = Symbol('body');

function readParts(input: unknown, options: object): Omit<Parts, 'signal'> {
  const from = input instanceof Request ? input : undefined;
  const redirect = readOne(options, 'redirect', {
    of: ['follow', 'error', 'manual'],
    otherwise: from?.redirect,
  });
  const one = (name: keyof typeof shown) =>
    readOne(options, name, { of: shown[name], otherwise: from?.[name] });
  return {
    url: from === undefined ? toUrl(input) : from.url,
    method: toMethod(Reflect.get(options, 'method') ?? from?.method ?? 'GET'),
    redirect,
    shown: {
      cache: one('cache'),
      credentials: one('credentials'),
      mode: one('mode'),
      referrerPolicy: one('referrerPolicy'),
    },
    keepalive: Boolean(Reflect.get(options, 'keepalive') ?? from?.keepalive),
    integrity: toText(Reflect.get(options, 'integrity') ?? from?.integrity ?? ''),
  };
}

function readOne<T extends string>(
  options: object,
  name: string,
  { of, otherwise }: { of: readonly [T, ...T[]]; otherwise: string | undefined },
): T {
  const value = Reflect.get(options, name) ?? otherwise;
  if (value === undefined) return of[0];
  const known = of.find((one) => one === toText(value));
  if (known !== undefined) return known;
  throw new TypeError(`${name} must be one of ${of.map((one) => `"${one}"`).join(', ')}`);
}

function toUrl(input: unknown): string {
  const url = URL.parse(input);
  if (url === null)
    throw new TypeError(`Failed to parse URL from ${toText(input).slice(0, 1_000)}`);
  if (url.username !== '' || url.password !== '') {
    throw new TypeError('The address of a request must not hold credentials');
  }
  return url.href;
}

const normalized = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);

function toMethod(method: unknown): string {
  const text = toText(method);
  const upper = text.toUpperCase();
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text)) throw new TypeError('This is no HTTP method');
  if (['CONNECT', 'TRACE', 'TRACK'].includes(upper)) {
    throw new TypeError(`'${text}' HTTP method is unsupported.`);
  }
  return normalized.has(upper) ? upper : text;
}

function readBody(
  options: object,
  { from, headers, method }: { from: Request | undefined; headers: Headers; method: string },
): BodySource | undefined {
  const init: unknown = Reflect.get(options, 'body') ?? undefined;
  const inner = Reflect.get(options, given) as BodySource | undefined;
  const hasBody = init !== undefined || (from !== undefined && from.body !== null);
  if (hasBody && (method === 'GET' || method === 'HEAD')) {
    throw new TypeError('Request with GET/HEAD method cannot have body.');
  }
  if (inner !== undefined) return inner;
  if (init === undefined) return from === undefined ? undefined : takeBody(from);
  const { source, type } = extractBody(init);
  if (source.stream !== undefined && Reflect.get(options, 'duplex') === undefined) {
    throw new TypeError('RequestInit: duplex option is required when sending a body.');
  }
  if (type !== undefined && !headers.has('content-type')) headers.set('content-type', type);
  return source;
}

function readSignal(options: object, from: Request | undefined): AbortSignal | undefined {
  const signal: unknown = Reflect.get(options, 'signal');
  if (signal === undefined) return from?.signal;
  if (signal === null) return undefined;
  if (signal instanceof AbortSignal) return signal;
  throw new TypeError('The signal of a request must be an AbortSignal');
}
