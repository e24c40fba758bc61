import { Buffer } from '../buffer.ts';
import { nodeError, notOffered, wrongType } from '../node-error.ts';
import { urlToHttpOptions } from '../url.ts';

export type RequestOptions = Record<string, unknown>;

/** Where a request goes, by what `request(url, options)` was given. */
export interface Target {
  protocol: string;
  host: string;
  path: string;
  method: string;
  url: string;
  options: RequestOptions;
}

/** Joins an address and options, as Node does. */
export function toTarget(given: readonly unknown[], defaultProtocol: string): Target {
  const [first, second] = given;
  const options: RequestOptions = { ...toParts(first), ...Object(second) };
  for (const name of ofConnections) {
    if (options[name] === undefined || options[name] === null) continue;
    throw notOffered(`${defaultProtocol.slice(0, -1)}.request with ${name}`, connects);
  }
  if (isOwnAgent(options['agent'])) {
    throw notOffered(
      `${defaultProtocol.slice(0, -1)}.request with an agent that connects`,
      connects,
    );
  }
  const protocol = String(options['protocol'] ?? defaultProtocol);
  if (protocol !== defaultProtocol) {
    const message = `Protocol "${protocol}" not supported. Expected "${defaultProtocol}"`;
    throw nodeError(TypeError, 'ERR_INVALID_PROTOCOL', message);
  }
  const host = String(options['hostname'] ?? options['host'] ?? 'localhost');
  // else a part of the host would be one of the path, or a name for another host
  if (/[\0-\x20/?#@\\]/.test(host)) throw nodeError(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
  const path = String(options['path'] ?? '/');
  if (/[\0-\x20]/.test(path)) {
    const message = 'Request path contains unescaped characters';
    throw nodeError(TypeError, 'ERR_UNESCAPED_CHARACTERS', message);
  }
  const { port } = options;
  const name = host.includes(':') && !host.startsWith('[') && isAddress(host) ? `[${host}]` : host;
  const authority = port === undefined || port === null || port === '' ? name : `${name}:${port}`;
  const url = `${protocol}//${authority}${path.startsWith('/') ? path : `/${path}`}`;
  const method = toMethod(options['method']);
  return { protocol, host, path, method, url, options };
}

/** Options of the connection, which is the host's. */
const ofConnections = ['cert', 'createConnection', 'key', 'lookup', 'pfx', 'socketPath'];
const connects = 'The app itself connects.';

/** Whether an agent does more than keep connections, as those for proxies do. */
function isOwnAgent(agent: unknown): boolean {
  if (typeof agent !== 'object' || agent === null) return false;
  return ['addRequest', 'connect', 'createSocket', 'callback'].some(
    (name) => typeof Reflect.get(agent, name) === 'function',
  );
}

/** Whether a host with colons is an address, and not a name with a port. */
function isAddress(host: string): boolean {
  return host.split(':').length > 2;
}

function toParts(first: unknown): RequestOptions {
  if (typeof first === 'string') return urlToHttpOptions(new URL(first));
  if (first instanceof URL) return urlToHttpOptions(first);
  if (first === undefined || first === null || typeof first !== 'object') {
    throw wrongType('url', 'of type string or an instance of URL', first);
  }
  return { ...first };
}

function toMethod(method: unknown): string {
  if (method === undefined || method === null) return 'GET';
  if (typeof method !== 'string') throw wrongType('options.method', 'of type string', method);
  if (/^[!#$%&'*+.^_`|~\w-]+$/.test(method)) return method.toUpperCase();
  const message = `Method must be a valid HTTP token ["${method}"]`;
  throw nodeError(TypeError, 'ERR_INVALID_HTTP_TOKEN', message);
}

/** `authorization` for `user:password`. */
export function toAuthorization(auth: unknown): string {
  return `Basic ${Buffer.from(String(auth)).toString('base64')}`;
}
