import { type Config, parseValue, ProblemDetailsSchema } from '@orchestra/core';
import { formatContentDigest, sha256Hex } from '@orchestra/core/node';
import { type Accounts, databaseAccounts, DatabaseCatalog } from '@orchestra/db';
import {
  changeStatus,
  openRegistry,
  findCodeReview,
  readStoredDoc,
  type Registry,
  submitPackage,
} from '@orchestra/registry';
import { beginIndex } from '@orchestra/registry/testing';
import { mirrorIndex } from '@orchestra/sync';
import { makeConfig, makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { expect } from 'vitest';
import type { AnsweredRequest } from '../src/http/answered-request.ts';
import { type ApiOptions, buildApi } from '../src/build-api.ts';
import { databaseAuthenticator } from '../src/accounts/database-authenticator.ts';
import { localRates } from '../src/rates/rates.ts';
import type { ApiServer } from '../src/routes/route.ts';

/** A response that was read to its end. */
export interface ReadResponse {
  status: number;
  headers: Headers;
  text: string;
  /** The JSON of the body; null where it is none. */
  body: unknown;
}

/** A registry on a temporary folder that answers on a free port. */
export interface RunningApi extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  server: ApiServer;
  registry: Registry;
  database: TestDatabase;
  accounts: Accounts;
  folder: TemporaryFolder;
  /** Tokens of two accounts. */
  tokens: { tide: string; moon: string };
  /** What failed behind a response of status 500. */
  failures: unknown[];
  /** The text of every response so far, headers included. */
  responses: string[];
  /** What would be logged of every request so far. */
  answered: AnsweredRequest[];
  /** The key of every blob. */
  stored(): Promise<string[]>;
  /** Mirrors what the index has by now; what is published is mirrored before it is answered. */
  mirror(): Promise<void>;
  /** Sends a request below `/api/v1`, or to the root for a path that begins with `//`. */
  send(path: string, init?: RequestInit & { token?: string }): Promise<ReadResponse>;
  /** Publishes bytes as they are, with whatever headers are replaced. */
  publish(bytes: Buffer, asked?: PublishOptions): Promise<ReadResponse>;
}

/** How a publish differs from a good one of the first account. */
export interface PublishOptions {
  path?: string;
  token?: string | null;
  headers?: Record<string, string | undefined>;
}

/** How a registry differs from a plain one. */
export interface StartApiOptions {
  config?: Partial<Config>;
  api?: Partial<ApiOptions>;
}

/** Starts a registry. Every error that it answers with is checked to be a problem after RFC 9457. */
export async function startApi(options: StartApiOptions = {}): Promise<RunningApi> {
  const folder = await makeFolder();
  const clock = { time: Date.parse('2026-03-01T12:00:00.000Z') };
  const now = () => new Date((clock.time += 1000));
  const config = makeConfig(options.config);
  await beginIndex(folder.path, config);
  const registry = await openRegistry(folder.path, { config });
  const database = await makeDatabase();
  const accounts = databaseAccounts(database);
  const context = { ...registry, limits: config.limits, now };
  const mirror = async () => {
    const { index, blobs } = registry;
    await mirrorIndex({ database, index, readDoc: readStoredDoc(blobs) });
  };
  const thenMirror = async <T>(writing: Promise<T>): Promise<T> => {
    const written = await writing;
    await mirror();
    return written;
  };
  const failures: unknown[] = [];
  const responses: string[] = [];
  const answered: AnsweredRequest[] = [];
  const server = await buildApi(
    {
      config: () => config,
      catalog: new DatabaseCatalog(database, { config: () => config }),
      index: registry.index,
      database,
      accounts,
      authenticator: databaseAuthenticator(database),
      publish: (request) => thenMirror(submitPackage(request, context)),
      findCodeReview: (of) => findCodeReview(of, registry),
      changeStatus: (request) => thenMirror(changeStatus(request, context)),
      uploadDirectory: registry.uploads,
    },
    {
      isOwnHost: (host) => /^127\.0\.0\.1(?::\d+)?$/.test(host),
      isOwnOrigin: (origin) => origin === config.site,
      rates: localRates,
      onError: (error) => failures.push(error),
      onAnswered: (line) => answered.push(line),
      ...options.api,
    },
  );
  const tokens = { tide: await addUser(accounts, 'tide'), moon: await addUser(accounts, 'moon') };
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });

  const send: RunningApi['send'] = async (path, init = {}) => {
    const { token, headers, ...rest } = init;
    const url = `${origin}${path.startsWith('//') ? path.slice(1) : `/api/v1${path}`}`;
    const response = await fetch(url, {
      ...rest,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    });
    const read = await readResponse(response);
    responses.push(JSON.stringify([...read.headers]), read.text);
    return read;
  };
  return {
    origin,
    server,
    registry,
    database,
    accounts,
    folder,
    tokens,
    failures,
    responses,
    answered,
    stored: () => Array.fromAsync(registry.blobs.list(''), ({ key }) => key),
    mirror,
    send,
    publish: (bytes, asked = {}) => {
      const headers = {
        'content-type': 'application/gzip',
        'content-digest': formatContentDigest(sha256Hex(bytes)),
        ...(asked.token === null ? {} : { authorization: `Bearer ${asked.token ?? tokens.tide}` }),
        ...asked.headers,
      };
      const sent = Object.entries(headers).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      );
      const path = asked.path ?? '/extensions';
      return send(path, {
        method: 'POST',
        headers: Object.fromEntries(sent),
        body: new Uint8Array(bytes),
      });
    },
    [Symbol.asyncDispose]: async () => {
      await server.close();
      registry[Symbol.dispose]();
      await database[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function addUser(accounts: Accounts, login: string): Promise<string> {
  await accounts.ensure(login);
  return accounts.issueToken(login);
}

async function readResponse(response: Response): Promise<ReadResponse> {
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : null;
  if (response.status >= 400) expectProblem(response, body);
  return { status: response.status, headers: response.headers, text, body };
}

/** Every error is a problem: its type, its shape, its status, and that no one keeps it. */
function expectProblem(response: Response, body: unknown): void {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  if (body === null) return; // the answer to a HEAD
  const parsed = parseValue(ProblemDetailsSchema, body);
  expect(parsed).toEqual({ ok: true, value: body });
  if (!parsed.ok) return;
  expect(parsed.value.status).toBe(response.status);
  expect(parsed.value.type).toBe(`urn:orchestra:problem:${parsed.value.code}`);
}
