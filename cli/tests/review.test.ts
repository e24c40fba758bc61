import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { type ReviewsApi, startReviews } from '../../tools/api/test/start-reviews.ts';
import { makeWorld, type World } from './make-world.ts';

/** A real API with reviews, and a machine whose registry has it. */
async function makeReviewer() {
  const api = await startReviews();
  const world = await makeWorld({ api: `${api.origin}/api/v1` });
  return {
    api,
    as: (token: string) => (args: string[], input?: string) =>
      world.cli(['review', ...args], {
        env: { ORCHESTRA_TOKEN: token },
        ...(input === undefined ? {} : { input }),
      }),
    [Symbol.asyncDispose]: () => close(world, api),
  };
}

async function close(world: World, api: ReviewsApi): Promise<void> {
  await world[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
}

test('review writes, changes and removes; what is not given stays', async () => {
  await using made = await makeReviewer();
  const run = made.as(await made.api.join('lantern'));
  const first = ['tide-table', '--rating', '4', '--title', 'Fine', '--body', 'Ask jane@tide.io'];
  const added = await run([...first, '--json']);
  expect(added).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(added.stdout)).toMatchObject({
    name: 'tide-table',
    outcome: 'added',
    review: { rating: 4, title: 'Fine', body: 'Ask [email removed]', version: '1.0.0' },
  });
  const changed = await run(['tide-table', '--rating', '5']);
  expect(changed).toMatchObject({ exitCode: 0, stderr: '' });
  expect(changed.stdout.replace(/\d{4}-\d\d-\d\d/, 'DAY')).toBe(
    'Changed your review of tide-table\n★★★★★  Fine\nAsk [email removed]\nlantern, DAY, of 1.0.0\n',
  );
  const emptied = await run(['tide-table', '--title', '', '--body-file', '-', '--json'], 'New\n');
  expect(JSON.parse(emptied.stdout).review).toMatchObject({ rating: 5, title: null, body: 'New' });
  const { body } = await made.api.ask({});
  expect(body).toMatchObject({ meta: { total: 1 }, summary: { average: 5, count: 1 } });

  expect(await run(['tide-table', '--delete'])).toMatchObject({
    exitCode: 0,
    stdout: 'Removed your review of tide-table\n',
  });
  const again = await run(['tide-table', '--delete', '--json']);
  expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'review-unknown' } });
});

test('review takes its text from a file', async () => {
  await using made = await makeReviewer();
  await using folder = await makeFolder({ 'review.txt': 'Two\nlines\n' });
  const run = made.as(await made.api.join('lantern'));
  const args = ['tide-table', '--rating', '3', '-C', folder.path, '--json', '--body-file'];
  const added = await run([...args, 'review.txt']);
  expect(JSON.parse(added.stdout).review).toMatchObject({ body: 'Two\nlines' });
  const missing = await run([...args, 'missing.txt']);
  expect(JSON.parse(missing.stdout)).toMatchObject({ error: { code: 'file-unreadable' } });
});

test('review tells who may not, and why', async () => {
  await using made = await makeReviewer();
  const { api } = made;
  const refusal = async (token: string, ...args: string[]) => {
    const ended = await made.as(token)([...args, '--json']);
    expect(ended.exitCode).toBe(1);
    return JSON.parse(ended.stdout).error.code;
  };
  const rated = ['tide-table', '--rating', '4'];
  expect(await refusal('', ...rated)).toBe('token-missing');
  expect(await refusal('orc_nonsense', ...rated)).toBe('token-invalid');
  expect(await refusal(api.tokens.tide, ...rated)).toBe('review-forbidden');
  const stranger = await api.join('stranger', { installed: false });
  expect(await refusal(stranger, ...rated)).toBe('install-missing');
  const lantern = await api.join('lantern');
  expect(await refusal(lantern, 'no-such-thing', '--rating', '4')).toBe('extension-unknown');
  expect(await refusal(lantern, '../me', '--rating', '4')).toBe('usage');
  for (const wrong of [
    ['--rating', '6'],
    ['--rating', '4.5'],
    ['--rating', 'good'],
    ['--title', 'No stars'],
    [],
    ['--delete', '--rating', '4'],
    ['--rating', '4', '--body', 'a', '--body-file', 'b'],
  ]) {
    expect(await refusal(lantern, 'tide-table', ...wrong)).toBe('usage');
  }
  const hostile = [...rated, '--title', 'red\u001B[31m', '--body', 'in\u202Eside out'];
  const refused = await made.as(lantern)([...hostile, '--json']);
  expect(JSON.parse(refused.stdout).error).toMatchObject({
    code: 'problems-found',
    problems: [{ path: 'body#/title' }, { path: 'body#/body' }],
  });
  expect((await api.ask({})).body).toMatchObject({ meta: { total: 0 } });
});

test('review without an API says so', async () => {
  await using world = await makeWorld();
  const ended = await world.cli(['review', 'tide', '--rating', '4', '--json']);
  const { error } = JSON.parse(ended.stdout);
  expect(error).toMatchObject({ code: 'registry-failed', hint: expect.stringContaining('site') });
});
