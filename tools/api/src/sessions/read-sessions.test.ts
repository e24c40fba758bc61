import { sha256Hex } from '@orchestra/core/node';
import { addSession } from '@orchestra/db';
import { expect, test } from 'vitest';
import { cookieOf, fromPage, signIn, signInByForm } from '../../test/sign-in.ts';
import { startApi } from '../../test/start-api.ts';

test('a registry that lets no browser sign in has no such route, and takes no cookie', async () => {
  await using api = await startApi({ api: { localSignIn: true } });
  const cookie = cookieOf(await signIn(api, api.tokens.tide));
  await using other = await startApi();
  expect((await signIn(other, other.tokens.tide)).status).toBe(404);
  const [, secret = ''] = /orchestra-session-4400=([\w-]+)/.exec(cookie) ?? [];
  const hashes = { sha256: sha256Hex(secret), tokenSha256: sha256Hex(other.tokens.tide) };
  expect(await addSession(other.database, hashes)).not.toBeNull();
  expect((await other.send('/me', { headers: { cookie, ...fromPage } })).status).toBe(401);
});

test('a site behind TLS has cookies that go over TLS alone', async () => {
  const site = 'https://tide.example/registry';
  const headers = { origin: 'https://tide.example' };
  await using api = await startApi({
    config: { site },
    api: { localSignIn: true, isOwnOrigin: (origin) => origin === headers.origin },
  });
  const answer = await signInByForm(api, api.tokens.tide, headers);
  expect(answer.headers.get('location')).toBe('https://tide.example/registry/');
  const [session = '', note = ''] = answer.headers.getSetCookie();
  expect(session).toMatch(
    /^__Host-orchestra-session=[^;]+; Path=\/; .*HttpOnly; Secure; SameSite=Strict$/,
  );
  expect(note).toMatch(/; Secure; SameSite=Strict$/);
  const referer = `${site}/sign-in/?return=/elsewhere/`;
  const outside = await signInByForm(api, api.tokens.tide, { ...headers, referer });
  expect(outside.headers.get('location')).toBe('https://tide.example/registry/');
});

test('guesses of tokens are counted as any writes are, and a form says so', async () => {
  const rates = {
    reads: { perAddress: 100, perToken: 100 },
    writes: { perAddress: 2, perToken: 2 },
  };
  await using api = await startApi({ api: { localSignIn: true, rates } });
  await signIn(api, 'orc_a');
  await signInByForm(api, 'orc_b');
  expect(await signIn(api, api.tokens.tide)).toMatchObject({
    status: 429,
    body: { code: 'rate-limited' },
  });
  const form = await signInByForm(api, api.tokens.tide);
  expect(form.status).toBe(303);
  expect(form.headers.get('location')).toMatch(/\/sign-in\/#rate-limited$/);
});

test('/openapi.json says where a session counts', async () => {
  await using api = await startApi({ api: { localSignIn: true } });
  const { body } = await api.send('//openapi.json');
  expect(body).toMatchObject({
    components: { securitySchemes: { session: { in: 'cookie', name: 'orchestra-session-4400' } } },
    paths: {
      '/api/v1/auth/local': { post: { operationId: 'signInLocally' } },
      '/api/v1/me': { get: { security: [{ token: [] }, { session: [] }] } },
    },
  });
});
