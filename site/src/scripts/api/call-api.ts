/** What the API answered, or why it didn't: its own words where it has any. */
export type ApiAnswer<T> = { ok: true; value: T } | { ok: false; problem: ApiProblem };

/** What went wrong, for people. */
export interface ApiProblem {
  /** 0 where nothing answered. */
  status: number;
  detail: string;
  hint: string | null;
}

/** What is asked beside a read. */
export interface ApiRequest {
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** The same for the same write, however often it is sent. */
  key?: string;
}

/** Address of the API, up to and including `/api/v1`; null where the registry has none. */
export const apiAddress =
  document.querySelector<HTMLMetaElement>('meta[name="orchestra-api"]')?.content ?? null;

/** Asks the API of the registry. Its pages know what it answers, by the schemas of core. */
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
