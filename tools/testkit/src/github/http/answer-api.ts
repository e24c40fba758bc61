import { createHash } from 'node:crypto';
import type { Token } from '../state/token.ts';
import type { World } from '../state/world.ts';
import type { AnswerChecker } from './answer-checker.ts';
import { authenticate } from './authenticate.ts';
import { GitHubError, notFound } from './github-error.ts';
import type { FindRoute } from './match-route.ts';
import { allowanceHeaders } from './rate-limiter.ts';
import type { Answer, Call } from './route.ts';

/** What answering needs beside the world. */
export interface ApiParts {
  findRoute: FindRoute;
  checker: AnswerChecker;
}

/** A request before anything is known of it. */
export type Incoming = Omit<Call, 'params' | 'token' | 'world'> & { path: string };

/**
 * Answers a request to the API.
 *
 * @throws Error where the answer isn't as GitHub describes it: a mistake of the fake
 */
export async function answerApi(
  world: World,
  parts: ApiParts,
  incoming: Incoming,
): Promise<Answer> {
  let token: Token | null = null;
  try {
    if (incoming.headers['user-agent'] === undefined) {
      throw new GitHubError(403, 'Request forbidden by administrative rules.');
    }
    token = authenticate(world, incoming.headers['authorization']);
    world.limiter.add(token, 1);
    const allowance = world.limiter.look(token);
    if (allowance.used > allowance.limit) throw limited(allowance.limit);
    const answer = await callRoute(world, parts, { ...incoming, token });
    return finish(world, { incoming, token, answer });
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const { status, body, headers } = error;
    return finish(world, { incoming, token, answer: { status, body, headers } });
  }
}

async function callRoute(
  world: World,
  parts: ApiParts,
  incoming: Incoming & { token: Token | null },
): Promise<Answer> {
  const { method } = incoming;
  const path = nameRepository(world, incoming.path);
  const moved = findMoved(world, path);
  if (moved !== null) return redirect(world, { method, path: moved, query: incoming.url.search });
  const found = parts.findRoute(method, path);
  if (found === null) throw notFound();
  const { operation } = found.route;
  const answer = await orRefusal(() =>
    found.route.answer({ ...incoming, world, params: found.params }),
  );
  const wrong = parts.checker.check(operation, answer);
  if (wrong !== null) throw new Error(`not as GitHub answers: ${wrong}`);
  return answer;
}

async function orRefusal(answer: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const { status, body, headers } = error;
    return { status, body, headers };
  }
}

/** `/repositories/ID/…`, which GitHub redirects to, as the same with the name that it has now. */
function nameRepository(world: World, path: string): string {
  const match = /^\/repositories\/(\d+)(.*)$/.exec(path);
  const repository = world.repositories.find(({ id }) => String(id) === match?.[1]);
  if (repository === undefined) return path;
  return `/repos/${repository.owner.login}/${repository.name}${match?.[2] ?? ''}`;
}

/** Where a path by a former name leads; null where the name is one of now, or never was. */
function findMoved(world: World, path: string): string | null {
  const match = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(path);
  if (match === null) return null;
  const [, name = '', rest = ''] = match;
  if (world.findRepository(name) !== null) return null;
  const repository = world.formerNames.get(name.toLowerCase());
  return repository === undefined ? null : `/repositories/${repository.id}${rest}`;
}

function redirect(world: World, to: { method: string; path: string; query: string }): Answer {
  const url = `${world.api}${to.path}${to.query}`;
  const kept = to.method === 'GET' || to.method === 'HEAD';
  return {
    status: kept ? 301 : 307,
    headers: { location: url },
    body: {
      message: kept ? 'Moved Permanently' : 'Temporary Redirect',
      url,
      documentation_url: 'https://docs.github.com/rest',
    },
  };
}

function limited(limit: number): GitHubError {
  return new GitHubError(403, `API rate limit exceeded: ${limit} requests an hour.`);
}

/** Gives an answer the headers that all have, and makes it a 304 where the client has it already. */
function finish(
  { limiter }: World,
  { incoming, token, answer }: { incoming: Incoming; token: Token | null; answer: Answer },
): Answer {
  const bytes =
    answer.bytes ??
    (answer.body === undefined ? undefined : Buffer.from(JSON.stringify(answer.body)));
  const type =
    answer.bytes === undefined ? 'application/json; charset=utf-8' : 'application/octet-stream';
  const etag =
    bytes === undefined ? null : `W/"${createHash('sha256').update(bytes).digest('hex')}"`;
  const unchanged =
    incoming.method === 'GET' &&
    answer.status === 200 &&
    etag !== null &&
    incoming.headers['if-none-match'] === etag;
  if (unchanged && token !== null) limiter.add(token, -1); // free for who is signed in
  const headers = {
    ...(bytes === undefined || unchanged ? {} : { 'content-type': type }),
    ...(etag === null ? {} : { etag }),
    ...allowanceHeaders(limiter.look(token)),
    ...scopeHeaders(token),
    'x-github-media-type': 'github.v3; format=json',
    ...answer.headers,
  };
  if (unchanged) return { status: 304, headers };
  return { status: answer.status, headers, ...(bytes === undefined ? {} : { bytes }) };
}

function scopeHeaders(token: Token | null): Record<string, string> {
  if (token === null || (token.kind !== 'oauth' && token.kind !== 'classic')) return {};
  const scopes = { 'x-oauth-scopes': token.scopes.join(', ') };
  return token.clientId === null ? scopes : { ...scopes, 'x-oauth-client-id': token.clientId };
}
