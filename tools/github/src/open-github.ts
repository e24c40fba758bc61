import { RegistryError } from '@orchestra/core';
import { Octokit } from 'octokit';
import { type GitHubHints, githubError } from './github-error.ts';
import { type LimitBounds, waitForLimit } from './wait-for-limit.ts';

/**
 * GitHub's API, with errors told as ours: `github-unreachable`, `github-failed`, `rate-limited`,
 * `token-invalid`, `scope-missing`. Only what callers answer (404, 405, 409, 422) stays a RequestError.
 */
export type GitHub = Octokit;

/** How GitHub is reached. */
export interface GitHubOptions {
  /** `https://api.github.com`, without a slash at its end. */
  api: string;
  /** Null reads what is public. */
  token: string | null;
  /** What the program calls itself. */
  userAgent: string;
  fetch: typeof fetch;
  hints: GitHubHints;
  limits: LimitBounds;
  /** How often a server that fails is asked again; three times where absent. */
  retries?: number;
  /** Milliseconds before it is asked again; longer each time. 1,000 where absent. */
  retryAfterMs?: number;
  /** Milliseconds that an answer may take; a minute where absent. */
  timeoutMs?: number;
}

/**
 * Opens GitHub's API. A server that fails is asked again, but for a POST that may have been carried out:
 * only one that says {@link repeatable} is sent twice. The token goes to the API's own origin alone, also
 * where an answer redirects elsewhere.
 */
export function openGitHub(options: GitHubOptions): GitHub {
  const { token } = options;
  const github = new Octokit({
    ...(token === null ? {} : { auth: token }),
    ...settingsOf(options),
  });
  return guard(github, options);
}

/** For a POST whose caller sees, or doesn't mind, that it was carried out before its answer was lost. */
export const repeatable = { repeatable: true };

/** How the library is set up, whoever signs in. */
export function settingsOf(options: GitHubOptions) {
  const { api, userAgent, fetch, retries = 3, retryAfterMs = 1000, timeoutMs = 60_000 } = options;
  return {
    baseUrl: api,
    userAgent,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    throttle: { enabled: false }, // it spaces every write by a second or three
    retry: { retries, retryAfterBaseValue: retryAfterMs, doNotRetry },
    request: {
      fetch: async (url: string, init: RequestInit) =>
        toWholeAnswer(await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })),
    },
  };
}

/** Answers that a second question would not change, and limits, which are waited for instead. */
const doNotRetry = [400, 401, 403, 404, 405, 409, 410, 422, 429, 451];

/** Puts limits, errors and what may not be sent around every request. */
export function guard(github: GitHub, { api, hints, limits }: GitHubOptions): GitHub {
  github.hook.wrap('request', async (send, request) => {
    requireOwnOrigin(github.request.endpoint.parse(request).url, api);
    const isRepeatable = request.method !== 'POST' || request.request?.['repeatable'] === true;
    // a copy: the library counts in it, and else shares it among requests
    request.request = { ...request.request, ...(isRepeatable ? {} : { retries: 0 }) };
    try {
      return await waitForLimit(async () => send(request), limits);
    } catch (error) {
      throw githubError(error, { api, hints });
    }
  });
  return github;
}

/** Addresses come from answers as well: that of an upload, that of a next page. */
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
 * An answer in JSON whose text has come as a whole: the library takes one that was cut off for a text,
 * and its callers find nothing in it. Other answers, such as files, stay streams.
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
