import { RegistryError } from '@orchestra/core';
import { Octokit } from 'octokit';
import { type GitHubHints, githubError } from './github-error.ts';
import { type LimitBounds, waitForLimit } from './wait-for-limit.ts';

/**
 * GitHub's API. Errors are RegistryErrors: `github-unreachable`, `github-failed`, `rate-limited`,
 * `token-invalid`, `scope-missing`. Only statuses that callers handle (404, 405, 409, 422) stay
 * RequestErrors.
 */
export type GitHub = Octokit;

/** Settings of a connection to GitHub. */
export interface GitHubOptions {
  /** `https://api.github.com`, without a final slash. */
  api: string;
  /** Null for public access only. */
  token: string | null;
  /** `User-Agent` of the program. */
  userAgent: string;
  fetch: typeof fetch;
  hints: GitHubHints;
  limits: LimitBounds;
  /** Number of retries after server errors; three by default. */
  retries?: number;
  /** Milliseconds before the first retry; longer each time. 1,000 by default. */
  retryAfterMs?: number;
  /** Time limit of a response in milliseconds; a minute by default. */
  timeoutMs?: number;
}

/**
 * Opens GitHub's API. Requests are retried after server errors, except a POST that may have been carried out:
 * it is sent again only if marked {@link repeatable}. The token is sent only to the API's own origin, also
 * after redirects.
 */
export function openGitHub(options: GitHubOptions): GitHub {
  const { token } = options;
  const github = new Octokit({
    ...(token === null ? {} : { auth: token }),
    ...settingsOf(options),
  });
  return guard(github, options);
}

/** Marks a POST that may be sent again, because its caller notices a repetition or isn't harmed by it. */
export const repeatable = { repeatable: true };

/** Octokit's settings, which are the same for every kind of authentication. */
export function settingsOf(options: GitHubOptions) {
  const { api, userAgent, fetch, retries = 3, retryAfterMs = 1000, timeoutMs = 60_000 } = options;
  return {
    baseUrl: api,
    userAgent,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    throttle: { enabled: false }, // it would delay every write by a second or three
    retry: { retries, retryAfterBaseValue: retryAfterMs, doNotRetry },
    request: {
      fetch: async (url: string, init: RequestInit) =>
        toWholeAnswer(await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })),
    },
  };
}

/** Statuses that a retry wouldn't change, and rate limits, which {@link waitForLimit} handles. */
const doNotRetry = [400, 401, 403, 404, 405, 409, 410, 422, 429, 451];

/** Wraps every request: waits for rate limits, translates errors, and refuses other origins. */
export function guard(github: GitHub, { api, hints, limits }: GitHubOptions): GitHub {
  github.hook.wrap('request', async (send, request) => {
    requireOwnOrigin(github.request.endpoint.parse(request).url, api);
    const isRepeatable = request.method !== 'POST' || request.request?.['repeatable'] === true;
    // copied because the library counts retries in it, and otherwise shares it among requests
    request.request = { ...request.request, ...(isRepeatable ? {} : { retries: 0 }) };
    try {
      return await waitForLimit(async () => send(request), limits);
    } catch (error) {
      throw githubError(error, { api, hints });
    }
  });
  return github;
}

/** Refuses other origins, because some URLs come from responses: those of uploads and of next pages. */
function requireOwnOrigin(url: string, api: string): void {
  const { origin } = new URL(url);
  const own = new URL(api).origin;
  const isUpload = own === 'https://api.github.com' && origin === 'https://uploads.github.com';
  if (origin === own || isUpload) return;
  throw new RegistryError('github-failed', `GitHub wants a request at ${origin}, not at ${own}`, {
    hint: 'Nothing was sent there. Check ORCHESTRA_GITHUB_API_URL.',
  });
}

/**
 * Reads a JSON response completely before it is passed on: the library would take a truncated one for text,
 * in which callers find nothing. Other responses, such as files, stay streams.
 *
 * @throws TypeError where the connection is cut, as `fetch` does
 */
export async function toWholeAnswer(response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (response.body === null || !/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) return response;
  const text = await response.text();
  const { status, statusText, headers, url } = response;
  const whole = new Response(text, { status, statusText, headers });
  return Object.defineProperty(whole, 'url', { value: url }); // pages of a list are found by it
}
