import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { answerObject, answerPublic } from './answer-object.ts';
import { type Answer, Cut, type Exchange, sendAnswer } from './exchange.ts';
import { type Faults, makeFaults } from './faults.ts';
import { GcsError, noSuchBucket } from './gcs-error.ts';
import type { GcsBucket, GcsObject } from './gcs-object.ts';
import { listObjects } from './list-objects.ts';
import { Uploads } from './upload-object.ts';

/** A Cloud Storage of this machine, in memory. */
export interface Gcs extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`: the client's `apiEndpoint`; below it, objects stand at `/BUCKET/NAME`. */
  origin: string;
  /** The objects of a bucket by name. */
  objects(bucket: string): Map<string, GcsObject>;
  faults: Faults;
  /** What was asked, in order. */
  requests: { method: string; path: string; headers: Record<string, string> }[];
}

/** What a Cloud Storage is started with. */
export interface GcsOptions {
  /** Names of the buckets there are. */
  buckets: readonly string[];
  /** The bearer token that the JSON API asks for; without one, it asks for none. */
  token?: string;
  /** 0, where absent, takes a free one. */
  port?: number;
}

/**
 * Starts a Cloud Storage that speaks the JSON API as far as objects go: uploads (multipart and
 * resumable), reads, lists, changes and removals, with preconditions and sums.
 */
export async function startGcs(options: GcsOptions): Promise<Gcs> {
  const buckets = new Map<string, GcsBucket>(
    options.buckets.map((name) => [name, { name, objects: new Map() }]),
  );
  const findBucket = (name: string): GcsBucket => {
    const found = buckets.get(name);
    if (found === undefined) throw noSuchBucket();
    return found;
  };
  const uploads = new Uploads();
  const faults = makeFaults();
  const requests: Gcs['requests'] = [];
  let origin = '';

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = request;
    requests.push({ method, path, headers: flatten(request) });
    const fault = faults.take({ method, path });
    const exchange = { method, url: new URL(path, origin), request, fault, origin };
    try {
      if (fault?.delayMs !== undefined) await setTimeout(fault.delayMs);
      const answer = fault?.status === undefined ? await route(exchange) : answerFault(exchange);
      sendAnswer(response, answer, fault);
    } catch (error) {
      if (error instanceof Cut) response.socket?.destroy();
      else sendAnswer(response, answerError(error), null);
    }
  }

  async function route(exchange: Exchange): Promise<Answer> {
    const parts = exchange.url.pathname.slice(1).split('/');
    const api = parts.slice(0, 3).join('/') === 'storage/v1/b' ? parts.slice(3) : null;
    const upload = parts.slice(0, 4).join('/') === 'upload/storage/v1/b' ? parts.slice(4) : null;
    if (api === null && upload === null) {
      const [bucket = '', ...name] = parts.map(decodeURIComponent);
      return answerPublic(findBucket(bucket), { name: name.join('/'), exchange });
    }
    authenticate(exchange, options.token);
    const [name = '', kind, ...object] = (api ?? upload ?? []).map(decodeURIComponent);
    const bucket = findBucket(name);
    if (upload !== null) return uploads.answer(bucket, exchange);
    if (kind === undefined) return { status: 200, body: { kind: 'storage#bucket', name } };
    if (object.length > 0) return answerObject(bucket, { name: object.join('/'), exchange });
    return listObjects(bucket, exchange.url.searchParams);
  }

  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${portOf(server.address())}`;
  return {
    origin,
    objects: (bucket) => findBucket(bucket).objects,
    faults,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function authenticate({ request }: Exchange, token: string | undefined): void {
  if (token === undefined || request.headers.authorization === `Bearer ${token}`) return;
  const isAnonymous = request.headers.authorization === undefined;
  const who = isAnonymous ? 'Anonymous caller' : 'caller';
  throw new GcsError(
    isAnonymous ? 401 : 403,
    isAnonymous ? 'required' : 'forbidden',
    `${who} does not have storage.objects.get access to the Google Cloud Storage object. Permission 'storage.objects.get' denied on resource (or it may not exist).`,
  );
}

function answerFault({ fault }: Exchange): Answer {
  const status = fault?.status ?? 500;
  const reason = status === 503 ? 'backendError' : 'injected';
  const body = fault?.body ?? new GcsError(status, reason, 'An injected fault.').body;
  const isObject = typeof body === 'object' && body !== null;
  return {
    status,
    headers: { ...fault?.headers },
    body: isObject ? body : Buffer.from(String(body)),
  };
}

function answerError(error: unknown): Answer {
  if (error instanceof GcsError) return { status: error.status, body: error.body };
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, body: new GcsError(500, 'internalError', told).body };
}

function flatten({ headers }: IncomingMessage): Record<string, string> {
  const values = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(values);
}

function portOf(address: AddressInfo | string | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}
