import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ReviewsApi, startReviews } from '../../test/start-reviews.ts';

let api: ReviewsApi;
let token: string;
beforeAll(async () => {
  api = await startReviews();
  token = await api.join('reef');
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});
beforeEach(() => api.database.query('delete from extension_reviews'));

const written = { rating: 4, title: 'Good tides', body: 'Right to the minute.' };

test('a review is written, replaced and removed by its author', async () => {
  const added = await api.ask({ method: 'POST', token, body: written });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({
    ...written,
    version: '1.0.0',
    author: { provider: 'local', login: 'reef' },
    reply: null,
    hidden: false,
    hiddenReason: null,
  });
  expect(added.headers.get('cache-control')).toBe('no-store');
  const location = added.headers.get('location') ?? '';
  expect(location).toMatch(/^\/api\/v1\/extensions\/tide-table\/reviews\/\d+$/);
  expect((await api.send(location.replace('/api/v1', ''))).body).toEqual(added.body);
  expect((await api.ask({})).body).toMatchObject({
    data: [added.body],
    meta: { total: 1, page: 1, per_page: 20, last_page: 1 },
    summary: { average: 4, count: 1 },
    own: null,
  });

  const changed = await api.ask({ method: 'PUT', token, body: { rating: 2 } });
  expect(changed).toMatchObject({ status: 200, body: { rating: 2, title: null, body: null } });
  expect((await api.ask({ token })).body).toMatchObject({
    summary: { average: 2, count: 1 },
    own: changed.body,
  });

  expect(await api.ask({ method: 'DELETE', token })).toMatchObject({ status: 204, text: '' });
  expect((await api.ask({})).body).toMatchObject({
    data: [],
    summary: { average: null, count: 0 },
  });
  const again = await api.ask({ method: 'DELETE', token });
  expect(again).toMatchObject({ status: 404, body: { code: 'review-unknown' } });
});

test.each<[string, unknown, string]>([
  ['0 stars', { rating: 0 }, 'body/rating must be >= 1; found 0'],
  ['6 stars', { rating: 6 }, 'body/rating must be <= 5; found 6'],
  ['half a star', { rating: 4.5 }, 'body/rating must be integer; found 4.5'],
  ['stars as a text', { rating: '5' }, 'body/rating must be integer; found "5"'],
  ['true', { rating: true }, 'body/rating must be integer; found true'],
  ['no rating', {}, "body must have required property 'rating'; found an object"],
  ['null', { rating: null }, 'body/rating must be integer; found null'],
  ['a list', [5], 'body must be object; found an array of 1'],
  ['a text', 'five', 'body must be object; found "five"'],
  ['a key too many', { rating: 5, hidden: false }, 'body must not have "hidden"'],
  ['a title that is a number', { rating: 5, title: 5 }, 'body/title must be string; found 5'],
  ['a long title', { rating: 5, title: 'x'.repeat(101) }, 'must NOT have more than 100 characters'],
  ['a long text', { rating: 5, body: 'x'.repeat(2001) }, 'must NOT have more than 2000 characters'],
])('a review with %s answers 400 and says what is expected', async (_what, body, detail) => {
  const answer = await api.ask({ method: 'POST', token, body });
  expect(answer).toMatchObject({ status: 400, body: { code: 'usage' } });
  expect(answer.body).toMatchObject({ detail: expect.stringContaining(detail) });
});

test.each<[string, Record<string, unknown>, string[]]>([
  ['NUL', { body: 'a\0b' }, ['body#/body']],
  ['an escape sequence', { title: '\u001B[2J' }, ['body#/title']],
  ['text turned around', { title: 'a\u202Eb', body: 'c\u2066d' }, ['body#/title', 'body#/body']],
  ['half a character', { body: 'a\uD83Db' }, ['body#/body']],
  ['a title of two lines', { title: 'a\nb' }, ['body#/title']],
])('a review with %s answers 422, naming each', async (_what, texts, paths) => {
  const answer = await api.ask({ method: 'POST', token, body: { rating: 5, ...texts } });
  expect(answer).toMatchObject({ status: 422, body: { code: 'problems-found' } });
  expect(answer.body).toMatchObject({ problems: paths.map((path) => ({ path })) });
});

test('a text is kept as it was written, in whatever script and of full length', async () => {
  const body = '🌊'.repeat(2000);
  const title = "'; drop table users; -- <script>alert(1)</script>";
  const answer = await api.ask({ method: 'POST', token, body: { rating: 5, title, body } });
  expect(answer).toMatchObject({ status: 201, body: { title, body } });
});

test('white space around a text goes, and a text of nothing else is none', async () => {
  const body = { rating: 5, title: '  ', body: ' one\r\n\r\ntwo \n' };
  const answer = await api.ask({ method: 'POST', token, body });
  expect(answer).toMatchObject({ status: 201, body: { title: null, body: 'one\n\ntwo' } });
});

test('an email in a review is neither kept nor answered', async () => {
  const email = 'canary-7f3a@tide.io';
  const body = { rating: 5, title: `From ${email}`, body: `Write to <${email}>, ${email}` };
  const answer = await api.ask({ method: 'POST', token, body });
  expect(answer).toMatchObject({ status: 201, body: { title: 'From [email removed]' } });
  const rows = await api.database.query('select title, body from extension_reviews');
  expect(answer.text + JSON.stringify(rows)).not.toContain('canary');
});

test('a second review answers 409, and changes nothing', async () => {
  const first = await api.ask({ method: 'POST', token, body: written });
  const second = await api.ask({ method: 'POST', token, body: { rating: 1 } });
  expect(second).toMatchObject({ status: 409, body: { code: 'review-exists' } });
  expect((await api.ask({})).body).toMatchObject({ data: [first.body], meta: { total: 1 } });
});

test('an account that never had the extension can not review it; one that had it can', async () => {
  const never = await api.join('never', { installed: false });
  const refused = await api.ask({ method: 'POST', token: never, body: written });
  expect(refused).toMatchObject({ status: 403, body: { code: 'install-missing' } });
  await api.database.query('update extension_installs set uninstalled_at = now()');
  expect((await api.ask({ method: 'POST', token, body: written })).status).toBe(201);
});

test('the version is the one that its author had last', async () => {
  await api.database.query(
    `insert into extension_installs (extension_id, user_id, version, installed_at)
     select extension_id, user_id, '2.0.0', now() + interval '1 hour'
     from extension_installs join users on users.id = user_id
     where login = 'reef' and extension_id = (select id from extensions where name = 'tide-table')`,
  );
  const answer = await api.ask({ method: 'POST', token, body: written });
  expect(answer).toMatchObject({ status: 201, body: { version: '2.0.0' } });
});

test.each(['POST', 'PUT'])('an owner can not review with %s', async (method) => {
  const owner = await api.join('tide');
  const answer = await api.ask({ method, token: owner, body: written });
  expect(answer).toMatchObject({ status: 403, body: { code: 'review-forbidden' } });
});

test.each(['PUT', 'DELETE'])(
  '%s where one wrote nothing leaves those of others',
  async (method) => {
    const added = await api.ask({ method: 'POST', token, body: written });
    const other = await api.join('stranger');
    const sent = method === 'PUT' ? { body: written } : {};
    const answer = await api.ask({ method, token: other, ...sent });
    expect(answer).toMatchObject({ status: 404, body: { code: 'review-unknown' } });
    expect((await api.ask({})).body).toMatchObject({ data: [added.body] });
  },
);

test.each(['POST', 'PUT', 'DELETE'])(
  '%s needs a token that works and is for it',
  async (method) => {
    const sent = method === 'DELETE' ? {} : { body: written };
    const none = await api.ask({ method, ...sent });
    expect(none).toMatchObject({ status: 401, body: { code: 'token-missing' } });
    const unknown = await api.ask({ method, token: 'orc_x', ...sent });
    expect(unknown).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
    const publishing = await api.accounts.issueToken('reef', { scopes: ['publish'] });
    const other = await api.ask({ method, token: publishing, ...sent });
    expect(other).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
    const expired = await api.accounts.issueToken('reef');
    await api.database.query(
      `update tokens set expires_at = now() - interval '1 second'
     where id = (select max(id) from tokens)`,
    );
    const late = await api.ask({ method, token: expired, ...sent });
    expect(late).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
  },
);

test('an extension that is not there, or no more, can not be reviewed', async () => {
  const init = {
    method: 'POST',
    token,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(written),
  };
  const unknown = { status: 404, body: { code: 'extension-unknown' } };
  expect(await api.send('/extensions/none-of-that/reviews', init)).toMatchObject(unknown);
  await api.database.query(`update extensions set deleted_at = now() where name = 'moon-table'`);
  for (const method of ['POST', 'PUT']) {
    expect(await api.send('/extensions/moon-table/reviews', { ...init, method })).toMatchObject(
      unknown,
    );
  }
  expect(await api.send('/extensions/moon-table/reviews')).toMatchObject(unknown);
});

test.each([
  ['malformed JSON', 'application/json', '{"rating":', 400],
  ['a forged prototype', 'application/json', '{"rating":5,"__proto__":{"hidden":false}}', 400],
  ['nothing', 'application/json', '', 400],
  ['another type', 'text/plain', '{"rating":5}', 415],
  ['a form', 'application/x-www-form-urlencoded', 'rating=5', 415],
  ['2 MB', 'application/json', `{"rating":5,"body":"${'x'.repeat(2_000_000)}"}`, 413],
])('a body of %s is refused', async (_what, type, body, status) => {
  const answer = await api.send('/extensions/tide-table/reviews', {
    method: 'POST',
    token,
    headers: { 'content-type': type },
    body,
  });
  expect(answer.status).toBe(status);
});
