import { type Accounts, type Database, mirrorEntries } from '@orchestra/db';
import { makeEntry } from '@orchestra/testkit';
import { type ReadResponse, type RunningApi, startApi, type StartApiOptions } from './start-api.ts';

/** An API with two extensions, `tide-table` and `moon-table`, that belong to `tide`. */
export interface ReviewsApi extends RunningApi {
  /** Adds an account, and returns a token for it. */
  join(login: string, options?: JoinOptions): Promise<string>;
  /** Sends a request below the reviews of `tide-table`, with a body as JSON. */
  ask(asked: AskedReviews): Promise<ReadResponse>;
}

/** How an account differs from one that has installed both and may write. */
export interface JoinOptions {
  /** False for one that never installed anything. */
  installed?: boolean;
  admin?: boolean;
}

/** What is asked; a `GET` of all reviews where nothing is said. */
export interface AskedReviews {
  method?: string;
  path?: string;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Starts it; other paths than those of reviews are answered as {@link startApi} does. */
export async function startReviews(options: StartApiOptions['api'] = {}): Promise<ReviewsApi> {
  const api = await startApi({ api: options });
  await seedReviews(api.database);
  return {
    ...api,
    join: (login, joining) => joinReviews(api, login, joining),
    ask({ method = 'GET', path = '', token, body, headers = {} }) {
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      return api.send(`/extensions/tide-table/reviews${path}`, {
        method,
        headers: { ...type, ...headers },
        ...(token === undefined ? {} : { token }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
  };
}

/** Puts the two extensions into a database. */
export async function seedReviews(database: Database): Promise<void> {
  const owners = [{ provider: 'local', id: 1, login: 'tide' } as const];
  await database.transaction((transaction) =>
    mirrorEntries(
      transaction,
      ['tide-table', 'moon-table'].map((name) => ({
        entry: makeEntry({ name, owners }),
        verified: false,
        featuredRank: null,
      })),
    ),
  );
}

/** Adds an account that may write reviews, and returns a token for it. */
export async function joinReviews(
  { database, accounts }: { database: Database; accounts: Accounts },
  login: string,
  { installed = true, admin = false }: JoinOptions = {},
): Promise<string> {
  await accounts.ensure(login, { role: admin ? 'admin' : 'user' });
  if (installed) {
    await database.query(
      `insert into extension_installs (extension_id, user_id, version)
       select extensions.id, users.id, '1.0.0' from extensions, users where login = $1
       on conflict do nothing`,
      [login],
    );
  }
  return accounts.issueToken(login, { scopes: admin ? ['review', 'admin'] : ['review'] });
}

/** The number of the review that an answer shows. */
export function reviewId({ body }: ReadResponse): number {
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : null;
  if (typeof id !== 'number') throw new Error(`No review: ${JSON.stringify(body)}`);
  return id;
}
