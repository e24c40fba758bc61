import { webNatives } from './environment.ts';
import { defineInterface, requireArguments, toUsv } from './define-interface.ts';
import { connectParams, type URLSearchParams } from './url-search-params.ts';
import { nativeLimits, type UrlParts } from '../natives.ts';

/** As WHATWG's URL standard has it; an address has at most two million characters. */
export class URL {
  #parts: UrlParts;
  #connected: ReturnType<typeof connectParams> | undefined;

  constructor(url: unknown, base: unknown = undefined) {
    requireArguments('URL constructor', arguments, 1);
    const parts = parse(url, base);
    if (parts === null) throw invalid(url, base);
    this.#parts = parts;
  }

  static canParse(url: unknown, base?: unknown): boolean {
    requireArguments('URL.canParse', arguments, 1);
    return parse(url, base) !== null;
  }

  static parse(url: unknown, base?: unknown): URL | null {
    requireArguments('URL.parse', arguments, 1);
    const parts = parse(url, base);
    return parts === null ? null : new URL(parts.href);
  }

  get href(): string {
    return this.#parts.href;
  }
  set href(value: unknown) {
    const parts = parse(value, undefined);
    if (parts === null) throw invalid(value, undefined);
    this.#parts = parts;
    this.#connected?.replace(parts.search.slice(1));
  }

  get origin(): string {
    return this.#parts.origin;
  }

  get protocol(): string {
    return this.#parts.protocol;
  }
  set protocol(value: unknown) {
    this.#change('protocol', value);
  }

  get username(): string {
    return this.#parts.username;
  }
  set username(value: unknown) {
    this.#change('username', value);
  }

  get password(): string {
    return this.#parts.password;
  }
  set password(value: unknown) {
    this.#change('password', value);
  }

  get host(): string {
    return this.#parts.host;
  }
  set host(value: unknown) {
    this.#change('host', value);
  }

  get hostname(): string {
    return this.#parts.hostname;
  }
  set hostname(value: unknown) {
    this.#change('hostname', value);
  }

  get port(): string {
    return this.#parts.port;
  }
  set port(value: unknown) {
    this.#change('port', value);
  }

  get pathname(): string {
    return this.#parts.pathname;
  }
  set pathname(value: unknown) {
    this.#change('pathname', value);
  }

  get search(): string {
    return this.#parts.search;
  }
  set search(value: unknown) {
    const text = toUsv(value);
    this.#change('search', text);
    this.#connected?.replace(this.#parts.search.slice(1));
  }

  get searchParams(): URLSearchParams {
    this.#connected ??= connectParams(this.#parts.search.slice(1), (query) =>
      this.#change('search', query),
    );
    return this.#connected.params;
  }

  get hash(): string {
    return this.#parts.hash;
  }
  set hash(value: unknown) {
    this.#change('hash', value);
  }

  toString(): string {
    return this.#parts.href;
  }

  toJSON(): string {
    return this.#parts.href;
  }

  #change(part: keyof UrlParts, value: unknown): void {
    this.#parts = webNatives().changeUrl(this.#parts.href, part, toUsv(value));
  }
}

defineInterface('URL', URL);

function parse(url: unknown, base: unknown): UrlParts | null {
  const text = toUsv(url);
  if (text.length > nativeLimits.urlLength) return null;
  return webNatives().parseUrl(text, base === undefined ? undefined : toUsv(base));
}

function invalid(url: unknown, base: unknown): TypeError {
  const error = new TypeError('Invalid URL');
  const told = { code: 'ERR_INVALID_URL', input: toUsv(url) };
  return Object.assign(error, told, base === undefined ? {} : { base: toUsv(base) });
}
