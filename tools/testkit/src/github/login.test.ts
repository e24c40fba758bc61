import { Octokit, OAuthApp } from 'octokit';
import { expect, test } from 'vitest';
import { connect, refusal, startScene } from '../../test/start-scene.ts';
import type { GitHub } from './index.ts';

async function post(url: string, values: Record<string, string>) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(values),
  });
  return { status: answer.status, ...Object(await answer.json()) };
}

function startDevice({ web, app }: GitHub, scope = 'public_repo') {
  return post(`${web}/login/device/code`, { client_id: app.clientId, scope });
}

function askForToken({ web, app }: GitHub, deviceCode: string) {
  return post(`${web}/login/oauth/access_token`, {
    client_id: app.clientId,
    device_code: deviceCode,
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
  });
}

test('a device gets its token once its person has let it in, once', async () => {
  await using scene = await startScene({ deviceInterval: 0 });
  const { github } = scene;
  const device = await startDevice(github);
  expect(device).toMatchObject({ expires_in: 900, verification_uri: `${github.web}/login/device` });
  expect(device.user_code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  const waiting = await askForToken(github, device.device_code);
  expect(waiting).toMatchObject({ status: 200, error: 'authorization_pending' });
  github.approveDevice(device.user_code, 'tidewater');
  const given = await askForToken(github, device.device_code);
  expect(given).toMatchObject({ token_type: 'bearer', scope: 'public_repo' });
  const answer = await connect(github, given.access_token).rest.users.getAuthenticated();
  expect(answer.data).toMatchObject({ login: 'tidewater', email: null });
  expect(answer.headers['x-oauth-scopes']).toBe('public_repo');
  const again = await askForToken(github, device.device_code);
  expect(again).toMatchObject({ error: 'incorrect_device_code' });
});

test('a device that asks too often, too late or in vain is told so', async () => {
  await using scene = await startScene();
  const { github } = scene;
  const { device_code: hasty } = await startDevice(github);
  await askForToken(github, hasty);
  expect(await askForToken(github, hasty)).toMatchObject({ error: 'slow_down', interval: 10 });
  const { device_code: denied, user_code: deniedCode } = await startDevice(github);
  github.denyDevice(deniedCode);
  expect(await askForToken(github, denied)).toMatchObject({ error: 'access_denied' });
  const { device_code: late, user_code: lateCode } = await startDevice(github);
  github.expireDevice(lateCode);
  expect(await askForToken(github, late)).toMatchObject({ error: 'expired_token' });
  const other = await post(`${github.web}/login/device/code`, { client_id: 'other' });
  expect(other).toMatchObject({ status: 404 });
});

test('an OAuth app may ask whether a token is its own, and end it', async () => {
  await using scene = await startScene();
  const { github } = scene;
  const { clientId, clientSecret } = github.app;
  const app = new OAuthApp({
    clientId,
    clientSecret,
    Octokit: Octokit.defaults({ baseUrl: github.api, retry: { enabled: false } }),
  });
  const own = github.addToken('tidewater', { kind: 'oauth' });
  const { data } = await app.checkToken({ token: own });
  expect(data).toMatchObject({ user: { login: 'tidewater' }, app: { client_id: clientId } });
  const foreign = github.addToken('tidewater', { kind: 'oauth', clientId: 'other' });
  expect(await refusal(app.checkToken({ token: foreign }))).toMatchObject({ status: 404 });
  const personal = github.addToken('tidewater', { kind: 'classic' });
  expect(await refusal(app.checkToken({ token: personal }))).toMatchObject({ status: 404 });
  await app.deleteToken({ token: own });
  expect(await refusal(connect(github, own).rest.users.getAuthenticated())).toMatchObject({
    status: 401,
    message: expect.stringContaining('Bad credentials'),
  });
});
