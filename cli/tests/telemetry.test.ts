import { extensionFiles } from '@orchestra/testkit';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeWorld, type World } from './make-world.ts';
import { recordApi, type RecordedRequest, type RecordingApi } from './record-api.ts';

const tide = (version: string) => extensionFiles({ name: 'tide', version });

const installed = (version: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  method: 'POST',
  path: '/api/v1/extensions/tide/install',
  authorization: null,
  body: { version, ci: false },
  ...more,
});

const removed = (version: string, { ci = false } = {}): RecordedRequest => ({
  method: 'DELETE',
  path: `/api/v1/extensions/tide/uninstall?version=${version}&ci=${ci}`,
  authorization: null,
  body: null,
});

/** Waits until the API was told this, and nothing else. */
async function told(api: RecordingApi, requests: RecordedRequest[]): Promise<void> {
  await expect.poll(() => api.requests.length).toBeGreaterThanOrEqual(requests.length);
  expect(api.requests).toEqual(requests);
}

async function run(world: World, args: string[], env: Record<string, string> = {}): Promise<void> {
  const ended = await world.cli([...args, '--yes'], { env });
  expect(ended).toMatchObject({ exitCode: 0 });
}

test('install, update and uninstall are told once each', async () => {
  await using api = await recordApi();
  await using world = await makeWorld({ api: api.url });
  await world.registry.publish(tide('1.0.0'));
  await run(world, ['install', 'tide']);
  await told(api, [installed('1.0.0')]);
  await run(world, ['install', 'tide']); // it is there already
  await world.registry.publish(tide('1.1.0'));
  await run(world, ['update']);
  await told(api, [installed('1.0.0'), installed('1.1.0')]);
  await run(world, ['update']); // nothing is newer
  await run(world, ['uninstall', 'tide']);
  await told(api, [installed('1.0.0'), installed('1.1.0'), removed('1.1.0')]);
});

test.each([
  [{ DO_NOT_TRACK: '1' }],
  [{ DO_NOT_TRACK: 'true' }],
  [{ ORCHESTRA_TELEMETRY: '0' }],
  [{ ORCHESTRA_TELEMETRY: 'off' }],
])('nothing is told with %j, whoever asks', async (env) => {
  await using api = await recordApi();
  await using world = await makeWorld({ api: api.url });
  await world.registry.publish(tide('1.0.0'));
  await run(world, ['install', 'tide'], env);
  await world.registry.publish(tide('1.1.0'));
  await run(world, ['update'], env);
  await run(world, ['uninstall', 'tide'], env);
  // what is told after all that comes after it
  await run(world, ['install', 'tide'], { DO_NOT_TRACK: '0', ORCHESTRA_TELEMETRY: '1' });
  await told(api, [installed('1.1.0')]);
});

test('what a continuous integration does is told as such', async () => {
  await using api = await recordApi();
  await using world = await makeWorld({ api: api.url });
  await world.registry.publish(tide('1.0.0'));
  const body = { version: '1.0.0', ci: true };
  await run(world, ['install', 'tide'], { CI: 'true' });
  await told(api, [installed('1.0.0', { body })]);
  await run(world, ['uninstall', 'tide'], { CI: '1' });
  await told(api, [installed('1.0.0', { body }), removed('1.0.0', { ci: true })]);
});

test('a token goes with what is told to its own registry, and to no other', async () => {
  await using own = await recordApi();
  await using other = await recordApi();
  await using world = await makeWorld({ api: own.url });
  await using elsewhere = await makeWorld({ api: other.url });
  await world.registry.publish(tide('1.0.0'));
  await elsewhere.registry.publish(tide('1.0.0'));
  const token = 'orc_of-tidewater';
  const tokens = { [world.registry.url]: { token, login: 'tidewater' } };
  await writeFile(world.home.join('credentials.json'), JSON.stringify({ format: 1, tokens }));

  await run(world, ['install', 'tide']);
  const signed = { authorization: `Bearer ${token}` };
  await told(own, [installed('1.0.0', signed)]);
  await run(world, ['uninstall', 'tide'], { DO_NOT_TRACK: '1' });
  await run(world, ['install', 'tide', '--registry', elsewhere.registry.url]);
  await told(other, [installed('1.0.0')]);
  // a token from the environment is for the registry that the command names, not for the one it came from
  await run(world, ['uninstall', 'tide'], { ORCHESTRA_TOKEN: 'orc_from-the-environment' });
  await told(other, [installed('1.0.0'), removed('1.0.0')]);
  expect(own.requests).toHaveLength(1);
});

test('an API that never answers keeps no command waiting', async () => {
  await using api = await recordApi({ answers: false });
  await using world = await makeWorld({ api: api.url });
  await world.registry.publish(tide('1.0.0'));
  await run(world, ['install', 'tide']);
  // the command has ended, and the request that it began has no answer yet
  await told(api, [installed('1.0.0')]);
  await run(world, ['uninstall', 'tide']);
  await told(api, [installed('1.0.0'), removed('1.0.0')]);
});

test('an API that is gone, and a registry without one, fail nothing and say nothing', async () => {
  const api = await recordApi();
  await using world = await makeWorld({ api: api.url });
  await using without = await makeWorld();
  await api[Symbol.asyncDispose]();
  for (const { registry, cli } of [world, without]) {
    await registry.publish(tide('1.0.0'));
    expect(await cli(['install', 'tide', '--yes', '--json'])).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    const ended = await cli(['uninstall', 'tide', '--json']);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  }
});
