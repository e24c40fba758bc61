import { parseJson, ValidationSchema } from '@orchestra/core';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runJob, tokenOf } from '../test/run-job.ts';
import { startWorld, type World } from '../test/start-world.ts';

test('the four jobs as Actions runs them: events, inputs, outputs and files', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const pull = await world.submit(author, await world.release(author));
  await world.approve(pull);
  const { folder, github } = world;
  const reading = tokenOf(world, 'actions');
  const acting = tokenOf(world, 'installation');
  await writeFile(folder.join('event.json'), JSON.stringify({ pull_request: { number: pull } }));
  const validation = folder.join('validation.json');
  const assets = { INPUT_ASSET_HOSTS: github.storage };

  const checked = await run(world, 'validate', {
    INPUT_TOKEN: reading,
    INPUT_VALIDATION: validation,
    ...assets,
  });
  expect(checked).toMatchObject({ exitCode: 0, outputs: { decision: 'review' } });
  const written = parseJson(ValidationSchema, await readFile(validation, 'utf8'));
  expect(written).toMatchObject({ ok: true, value: { head: checked.outputs['head'] } });

  const bot = { INPUT_TOKEN: acting, INPUT_BOT: github.app.login };
  const told = await run(world, 'report', { ...bot, INPUT_VALIDATION: validation });
  expect(told).toMatchObject({ exitCode: 0, outputs: { outcome: 'merged' } });
  expect(told.summary).toContain('`tide-table 1.0.0`');

  const plan = { INPUT_PLAN: folder.join('plan') };
  const planned = await run(world, 'publish-plan', { INPUT_TOKEN: reading, ...plan, ...assets });
  expect(planned).toMatchObject({ exitCode: 0, outputs: { pending: '1' } });
  const blobs = { INPUT_BLOBS: folder.join('blobs'), INPUT_SERVED_SECONDS: '0' };
  const applied = await run(world, 'publish-apply', { ...bot, ...plan, ...blobs });
  expect(applied).toMatchObject({ exitCode: 0, outputs: { changed: 'true', done: '1' } });
  expect(await world.labels(pull)).toContain('published');

  const again = await run(world, 'publish-apply', { ...bot, ...plan, ...blobs });
  expect(again).toMatchObject({ exitCode: 0, outputs: { changed: 'false', done: '0' } });
});

test('a job without what it needs says so, and never shows a token', async () => {
  await using world = await startWorld();
  const missing = await run(world, 'report', { INPUT_TOKEN: 'ghs_hidden' });
  expect(missing).toMatchObject({ exitCode: 1, stdout: '' });
  expect(missing.stderr).toContain('INPUT_VALIDATION');
  const validation = world.folder.join('validation.json');
  await writeFile(validation, '{"format":1,"decision":"merge"}');
  const env = { INPUT_TOKEN: 'ghs_hidden', INPUT_VALIDATION: validation, INPUT_BOT: 'a' };
  const forged = await run(world, 'report', env);
  expect(forged.exitCode).toBe(1);
  expect(forged.stderr).toContain('file-unreadable');
  expect(forged.stderr + missing.stderr).not.toContain('ghs_hidden');
});

function run(world: World, job: string, env: Record<string, string>) {
  return runJob(world, job, { env });
}
