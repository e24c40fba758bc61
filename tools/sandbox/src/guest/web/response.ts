import { Body, extractBody, shareBody, type BodySource } from './body.ts';
import {
  defineInterface,
  inside,
  mixIn,
  requireArguments,
  toDictionary,
  toText,
} from './define-interface.ts';
import { freezeHeaders, Headers, listHeaders } from './headers.ts';
import { encodeUtf8 } from './text-encoder.ts';
import { URL } from './url.ts';

interface Parts {
  type: 'default' | 'basic' | 'error';
  url: string;
  redirected: boolean;
  status: number;
  statusText: string;
}

interface Inner extends Partial<Parts> {
  source: BodySource | undefined;
  headers: Headers;
}

/** Makes a response as a network gives it; its headers can't be changed. */
export let makeResponse: (inner: Inner) => Response;

/** As WHATWG's Fetch standard has it. */
export class Response extends Body {
  #parts: Parts;
  #headers: Headers;

  static {
    makeResponse = (inner) => new Response(inside, inner);
  }

  constructor(body?: unknown, init?: unknown) {
    const { source, headers, ...parts } = body === inside ? toParts(init) : readInit(body, init);
    super(source, headers);
    this.#headers = headers;
    this.#parts = parts;
  }

  static error(): Response {
    const headers = freezeHeaders(new Headers());
    return makeResponse({ source: undefined, headers, type: 'error', status: 0 });
  }

  static json(data: unknown, init?: unknown): Response {
    requireArguments('Response.json', arguments, 1);
    const text: string | undefined = JSON.stringify(data);
    if (text === undefined) throw new TypeError('Value is not JSON serializable');
    const parts = readInit(undefined, init);
    if (isNullStatus(parts.status)) throw new TypeError('This status must have no body');
    if (!parts.headers.has('content-type')) parts.headers.set('content-type', 'application/json');
    return makeResponse({ ...parts, source: { bytes: encodeUtf8(text.toWellFormed()) } });
  }

  static redirect(url: unknown, status: unknown = 302): Response {
    requireArguments('Response.redirect', arguments, 1);
    const target = URL.parse(url);
    if (target === null)
      throw new TypeError(`Failed to parse URL from ${toText(url).slice(0, 1_000)}`);
    const code = Number(status);
    if (![301, 302, 303, 307, 308].includes(code))
      throw new RangeError(`Invalid status code ${code}`);
    const headers = freezeHeaders(new Headers({ location: target.href }));
    return makeResponse({ source: undefined, headers, status: code });
  }

  get type(): string {
    return this.#parts.type;
  }

  get url(): string {
    return this.#parts.url;
  }

  get redirected(): boolean {
    return this.#parts.redirected;
  }

  get status(): number {
    return this.#parts.status;
  }

  get ok(): boolean {
    return this.#parts.status >= 200 && this.#parts.status <= 299;
  }

  get statusText(): string {
    return this.#parts.statusText;
  }

  get headers(): Headers {
    return this.#headers;
  }

  clone(): Response {
    const source = shareBody(this);
    return makeResponse({
      ...this.#parts,
      source,
      headers: new Headers(listHeaders(this.#headers)),
    });
  }
}

mixIn(Response, Body);
defineInterface('Response', Response);

function toParts(inner: unknown): Parts & Pick<Inner, 'source' | 'headers'> {
  const given = inner as Inner;
  return { type: 'default', url: '', redirected: false, status: 200, statusText: '', ...given };
}

function readInit(body: unknown, init: unknown): Parts & Pick<Inner, 'source' | 'headers'> {
  const given = toDictionary(init, 'Response constructor');
  const status = toStatus(Reflect.get(given, 'status') ?? 200);
  const statusText = toText(Reflect.get(given, 'statusText') ?? '');
  if (/[^\t\x20-\x7e\x80-\xff]/.test(statusText)) throw new TypeError('Invalid statusText');
  const headers = new Headers(Reflect.get(given, 'headers'));
  const parts = {
    type: 'default' as const,
    url: '',
    redirected: false,
    status,
    statusText,
    headers,
  };
  if (body === undefined || body === null) return { ...parts, source: undefined };
  if (isNullStatus(status)) throw new TypeError(`Response with status ${status} cannot have body`);
  const { source, type } = extractBody(body);
  if (type !== undefined && !headers.has('content-type')) headers.set('content-type', type);
  return { ...parts, source };
}

function toStatus(status: unknown): number {
  const code = Math.trunc(Number(status)) & 0xffff;
  if (code >= 200 && code <= 599) return code;
  throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
}

function isNullStatus(status: number): boolean {
  return [101, 204, 205, 304].includes(status);
}
