import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, fromPage, ownOrigin, signIn, signInByForm } from '../../test/sign-in.ts';
import { reviewId, type ReviewsApi, startReviews } from '../../test/start-reviews.ts';

let api: ReviewsApi;
beforeAll(async () => {
  api = await startReviews({ localSignIn: true });
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});

const review = { method: 'POST', body: { rating: 4 } };

test('a script signs a browser in with a token, whose cookie is no token and no script can read', async () => {
  const token = await api.join('wave');
  const answer = await signIn(api, ` ${token}\n`);
  expect(answer).toMatchObject({ status: 200, body: { login: 'wave', scopes: ['review'] } });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const [session = '', note = ''] = answer.headers.getSetCookie();
  expect(session).toMatch(
    /^orchestra-session-4400=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
  );
  expect(note).toMatch(/^orchestra-signed-in-4400=1; Path=\/; Expires=[^;]+; SameSite=Strict$/);
  expect(answer.text + session).not.toContain(token);
  const rows = await api.database.query('select * from sessions');
  const [, secret = ''] = /=([^;]+)/.exec(session) ?? [];
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${token}|${secret}`));
});

test('a cookie reads and writes like the token that it was made with', async () => {
  const token = await api.join('gull');
  const cookie = cookieOf(await signIn(api, token));
  expect(await api.send('/me', { headers: { cookie } })).toMatchObject({ body: { login: 'gull' } });
  const written = await api.ask({ ...review, headers: { cookie, ...fromPage } });
  expect(written.status).toBe(201);
  const read = await api.ask({ headers: { cookie } });
  expect(read.body).toMatchObject({ own: { id: reviewId(written) } });
  expect(read.headers.get('cache-control')).toBe('no-store');
  expect((await api.ask({})).body).toMatchObject({ own: null });
  const admin = await api.send('/admin/reports', { headers: { cookie } });
  expect(admin).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
});

test('a write by cookie comes from a page of the registry, or is refused', async () => {
  const token = await api.join('tern');
  const cookie = cookieOf(await signIn(api, token));
  const foreign: Record<string, string>[] = [
    {},
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1:4401', 'sec-fetch-site': 'same-site' },
    { origin: ownOrigin, 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign) {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await api.ask({ ...review, method, headers: { cookie, ...headers } });
      expect(answer).toMatchObject({ status: 403, body: { code: 'origin-forbidden' } });
    }
    const ended = await api.send('/auth/local', { method: 'DELETE', headers });
    expect(ended).toMatchObject({ status: 403, body: { code: 'origin-forbidden' } });
  }
  expect(await api.send('/me', { headers: { cookie } })).toMatchObject({ status: 200 });
  expect((await api.ask({ ...review, token, headers: { cookie } })).status).toBe(201);
});

test('no page of another origin signs a browser in, by script or by form', async () => {
  const token = await api.join('skua');
  for (const headers of [{}, { origin: 'null' }, { origin: 'https://evil.example' }]) {
    const type = 'application/x-www-form-urlencoded';
    for (const answer of [
      await signIn(api, token, { headers }),
      await signIn(api, token, {
        headers: { ...headers, 'content-type': type },
        body: `token=${token}`,
      }),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'origin-forbidden' } });
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  }
});

test('a session ends with its token, whether that expires or is revoked', async () => {
  const token = await api.join('knot');
  const cookie = cookieOf(await signIn(api, token));
  await api.database.query(
    `update tokens set expires_at = now() - interval '1 second'
     where user_id = (select id from users where login = 'knot')`,
  );
  expect((await api.send('/me', { headers: { cookie } })).status).toBe(401);
  expect(await signIn(api, token)).toMatchObject({ status: 401, body: { code: 'token-invalid' } });

  const other = cookieOf(await signIn(api, await api.join('knot')));
  expect((await api.send('/me', { headers: { cookie: other } })).status).toBe(200);
  await api.accounts.revokeTokens('knot');
  expect((await api.send('/me', { headers: { cookie: other } })).status).toBe(401);
  const read = await api.ask({ headers: { cookie: other } });
  expect(read).toMatchObject({ status: 200, body: { own: null } });
  expect(await api.ask({ ...review, headers: { cookie: other, ...fromPage } })).toMatchObject({
    status: 401,
  });
});

test.each([
  ['orc_x', 401, 'token-invalid'],
  ["'; drop table tokens; --", 401, 'token-invalid'],
  ['', 400, 'usage'],
  ['x'.repeat(201), 400, 'usage'],
])('the token %# signs nobody in, and is not told back', async (token, status, code) => {
  const answer = await signIn(api, token);
  expect(answer).toMatchObject({ status, body: { code } });
  expect(answer.headers.getSetCookie()).toEqual([]);
  if (token !== '') expect(answer.text).not.toContain(token);
});

test.each(['{"token":1}', '[]', '{"token":"orc_x","extra":1}', 'null'])(
  'the body %s answers 400',
  async (body) => {
    expect(await signIn(api, '', { headers: { ...fromPage }, body })).toMatchObject({
      status: 400,
    });
  },
);

test.each(['', 'orchestra-session-4400=', 'orchestra-session-4400="x"; =;', '%00;;=%', '=x'])(
  'the cookie %o is nobody’s',
  async (cookie) => {
    expect((await api.ask({ headers: { cookie } })).status).toBe(200);
    expect((await api.send('/me', { headers: { cookie } })).status).toBe(401);
  },
);

test.each([
  ['/extensions/tide-table/?a=b#reviews', `${ownOrigin}/extensions/tide-table/?a=b#reviews`],
  ['https://evil.example/', `${ownOrigin}/`],
  ['//evil.example/', `${ownOrigin}/`],
  ['/\\evil.example/', `${ownOrigin}/`],
  ['\t//evil.example', `${ownOrigin}/`],
  ['/.//evil.example', `${ownOrigin}//evil.example`],
  ['javascript:alert(1)', `${ownOrigin}/`],
  ['http://127.0.0.1:4401/', `${ownOrigin}/`],
  ['http://user@127.0.0.1:4400@evil.example/', `${ownOrigin}/`],
])('a form that is to return to %j leads to %s', async (asked, expected) => {
  const referer = `${ownOrigin}/sign-in/?return=${encodeURIComponent(asked)}`;
  const answer = await signInByForm(api, api.tokens.moon, { referer });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(expected);
  const cookie = cookieOf(answer);
  expect(await api.send('/me', { headers: { cookie } })).toMatchObject({ body: { login: 'moon' } });
});

test('a form with a wrong token leads back to itself, and to what it says of that', async () => {
  const referer = `${ownOrigin}/sign-in/?return=%2Fextensions%2Ftide-table%2F`;
  for (const token of ['orc_x', '', 'x'.repeat(500)]) {
    const answer = await signInByForm(api, token, { referer });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`${referer}#token-invalid`);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  const large = await signInByForm(api, 'x'.repeat(5000), { referer });
  expect(large).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
});

test('who signs out by script or by form has a session no more, and keeps the token', async () => {
  const token = await api.join('plover');
  const [one, two] = [cookieOf(await signIn(api, token)), cookieOf(await signInByForm(api, token))];
  const ended = await api.send('/auth/local', {
    method: 'DELETE',
    headers: { cookie: one, ...fromPage },
  });
  expect(ended.status).toBe(204);
  const byForm = await api.send('/auth/local/end', {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: two,
      ...fromPage,
      'content-type': 'application/x-www-form-urlencoded',
      referer: `${ownOrigin}/sign-in/?return=//evil.example`,
    },
    body: '',
  });
  expect(byForm.status).toBe(303);
  expect(byForm.headers.get('location')).toBe(`${ownOrigin}/`);
  for (const answer of [ended, byForm]) {
    for (const cookie of answer.headers.getSetCookie())
      expect(cookie).toMatch(/^[\w-]+=; Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT;/);
  }
  for (const cookie of [one, two])
    expect((await api.send('/me', { headers: { cookie } })).status).toBe(401);
  expect((await api.send('/me', { token })).status).toBe(200);
  const again = await api.send('/auth/local', { method: 'DELETE', headers: fromPage });
  expect(again.status).toBe(204);
});

test('a cookie ends no token', async () => {
  const token = await api.join('dunlin');
  const headers = { cookie: cookieOf(await signIn(api, token)), ...fromPage };
  const answer = await api.send('/auth/token', { method: 'DELETE', headers });
  expect(answer).toMatchObject({ status: 401, body: { code: 'token-missing' } });
  expect((await api.send('/me', { token })).status).toBe(200);
});

test('with one token at most fifty browsers are signed in', async () => {
  const token = await api.join('auk');
  const first = cookieOf(await signIn(api, token));
  for (let nth = 1; nth < 50; nth += 1) await signIn(api, token);
  expect((await api.send('/me', { headers: { cookie: first } })).status).toBe(200);
  await signIn(api, token);
  expect((await api.send('/me', { headers: { cookie: first } })).status).toBe(401);
});
