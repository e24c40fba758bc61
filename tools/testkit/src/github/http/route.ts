import type { Token } from '../state/token.ts';
import type { World } from '../state/world.ts';

/** A request to the API. */
export interface Call {
  world: World;
  method: string;
  url: URL;
  /** What the path names, decoded. */
  params: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Null without a token. */
  token: Token | null;
}

/** What is answered: JSON by `body`, or bytes. */
export interface Answer {
  status: number;
  body?: unknown;
  bytes?: Buffer;
  headers?: Record<string, string>;
}

/** An operation of GitHub's API. */
export interface Route {
  /** As its description names it: `GET /repos/{owner}/{repo}`. */
  operation: string;
  answer(call: Call): Answer | Promise<Answer>;
}

/** Describes a route. */
export function route(operation: string, answer: Route['answer']): Route {
  return { operation, answer };
}

/** An answer of JSON. */
export function json(body: unknown, status = 200): Answer {
  return { status, body };
}

/** The answer to what was removed or started, which has no body. */
export const noContent: Answer = { status: 204 };

/** A parameter of the path. @throws Error where the route has none of that name */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}
