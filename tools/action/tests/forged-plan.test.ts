import { expect, test } from 'vitest';
import type { PlannedRelease } from '../src/publish/plan-schema.ts';
import { startWorld } from '../test/start-world.ts';

test('whoever writes the plan gets nothing published but what was submitted', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  await world.merge(await world.submit(author, await world.release(author)));
  const { submissions } = await world.plan();
  const [planned] = submissions;
  if (planned?.kind !== 'publish' || planned.submission.action !== 'publish')
    throw new Error('expected a publish');
  const { manifest, facts, source, submission } = planned;
  const forgeries: Partial<PlannedRelease>[] = [
    { manifest: { ...manifest, name: 'tides' } },
    { manifest: { ...manifest, version: '1.0.1' } },
    { facts: { ...facts, sha256: 'a'.repeat(64) } },
    { source: { ...source, repositoryId: 1 } },
    { submission: { ...submission, version: '1.0.1' } },
    { submission: { ...submission, requestVerified: true } },
  ];
  for (const forged of forgeries) {
    expect(
      await world.apply({ format: 1, submissions: [{ ...planned, ...forged }] }),
    ).toMatchObject([{ outcome: 'later', failure: { code: 'index-conflict' } }]);
  }
  expect(await (await world.index.snapshot()).names()).toEqual([]);
});
