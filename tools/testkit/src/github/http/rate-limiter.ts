import type { Token } from '../state/token.ts';
import type { World } from '../state/world.ts';

/** How many requests are left, as the headers tell it. */
export interface Allowance {
  limit: number;
  used: number;
  remaining: number;
  /** Seconds since 1970. */
  reset: number;
}

/** Counts the requests of each hour: for each account of a token, and for all without one. */
export class RateLimiter {
  readonly #world: World;
  readonly #counts = new Map<string, { used: number; reset: number }>();

  constructor(world: World) {
    this.#world = world;
  }

  /** What is left now. */
  look(token: Token | null): Allowance {
    const { authenticated, anonymous } = this.#world.settings.rateLimit;
    const limit = token === null ? anonymous : authenticated;
    const { used, reset } = this.#count(token);
    return { limit, used, remaining: Math.max(0, limit - used), reset };
  }

  /** Counts a request, or takes one back that turned out to be free. */
  add(token: Token | null, requests: 1 | -1): void {
    this.#count(token).used += requests;
  }

  #count(token: Token | null): { used: number; reset: number } {
    const key = token === null ? 'anonymous' : token.account.login;
    const now = Math.floor(Date.now() / 1000);
    const kept = this.#counts.get(key);
    if (kept !== undefined && kept.reset > now) return kept;
    const fresh = { used: 0, reset: now + 3600 };
    this.#counts.set(key, fresh);
    return fresh;
  }
}

/** The headers that tell an allowance. */
export function allowanceHeaders(allowance: Allowance): Record<string, string> {
  return {
    'x-ratelimit-limit': String(allowance.limit),
    'x-ratelimit-remaining': String(allowance.remaining),
    'x-ratelimit-used': String(allowance.used),
    'x-ratelimit-reset': String(allowance.reset),
    'x-ratelimit-resource': 'core',
  };
}
