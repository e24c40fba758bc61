import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runJob, tokenOf } from '../test/run-job.ts';
import { startWorld } from '../test/start-world.ts';

test('a job whose token may not do its work names the permission that is missing', async () => {
  await using world = await startWorld();
  const { folder, github } = world;
  const author = await world.addAuthor('tidewater');
  const pull = await world.submit(author, await world.release(author));
  await writeFile(folder.join('validation.json'), JSON.stringify(await world.validate(pull)));
  const INPUT_BOT = github.app.login;

  const looking = await runJob(world, 'report', {
    env: {
      INPUT_TOKEN: tokenOf(world, 'installation', { contents: 'write', pull_requests: 'read' }),
      INPUT_BOT,
      INPUT_VALIDATION: folder.join('validation.json'),
    },
  });
  expect(looking.exitCode).toBe(1);
  expect(looking.stderr).toMatch(/scope-missing: .*needs the permission issues=write/);

  await world.merge(pull);
  await world.plan();
  const reading = await runJob(world, 'publish-apply', {
    env: {
      INPUT_TOKEN: tokenOf(world, 'installation', {
        contents: 'read',
        issues: 'write',
        pull_requests: 'write',
      }),
      INPUT_BOT,
      INPUT_PLAN: folder.join('plan'),
      INPUT_BLOBS: folder.join('blobs'),
      INPUT_SERVED_SECONDS: '0',
    },
  });
  expect(reading).toMatchObject({ exitCode: 1, outputs: { changed: 'false', later: '1' } });
  expect(reading.stdout).toMatch(/scope-missing: The index may not be pushed/);
  expect(await world.pending()).toHaveLength(1);
  expect(await world.labels(pull)).toEqual(['validated', 'publishing']);

  expect(await world.publish()).toMatchObject([{ outcome: 'done' }]);
  expect(await world.labels(pull)).toEqual(['validated', 'published']);
});
