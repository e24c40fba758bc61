/** The API's answer, or the problem: in the API's words, if there are any. */
export type ApiAnswer<T> = { ok: true; value: T } | { ok: false; problem: ApiProblem };

/** A problem to show to people. */
export interface ApiProblem {
  /** HTTP status; 0 where nothing answered. */
  status: number;
  detail: string;
  hint: string | null;
}

/** Options of a request, by default a read. */
export interface ApiRequest {
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Idempotency key, the same for every try of one write. */
  key?: string;
}

/** Base URL of the API, including `/api/v1`; null where the registry has none. */
export const apiAddress =
  document.querySelector<HTMLMetaElement>('meta[name="orchestra-api"]')?.content ?? null;

/**
 * Calls the registry's API. Answers aren't validated: the type comes from core's schemas, which the API
 * follows too.
 */
export async function callApiInBrowser<T>(
  path: string,
  asked: ApiRequest = {},
): Promise<ApiAnswer<T>> {
  const { method = 'GET', body, key } = asked;
  const headers = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  try {
    const response = await fetch(`${apiAddress ?? ''}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const value = response.status === 204 ? null : await response.json();
    return response.ok ? { ok: true, value } : { ok: false, problem: toProblem(response, value) };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

const unreachable: ApiProblem = {
  status: 0,
  detail: 'The registry does not answer right now.',
  hint: 'Try again in a while; what you wrote stays here.',
};

function toProblem({ status }: Response, value: unknown): ApiProblem {
  const read = (key: string) => {
    const found: unknown =
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
    return typeof found === 'string' ? found : null;
  };
  return {
    status,
    detail: read('detail') ?? `The registry answered ${status}.`,
    hint: read('hint'),
  };
}
