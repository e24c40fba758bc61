import { expect, test } from 'vitest';
import { startWorld } from '../test/start-world.ts';

test('a new name waits for a person, is merged at its validated head, published and told', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const submission = await world.release(author);
  const pull = await world.submit(author, submission);

  const validation = await world.validate(pull);
  expect(validation).toMatchObject({
    decision: 'review',
    submission,
    submitter: { provider: 'github', id: author.id, login: 'tidewater' },
    failure: null,
    facts: { isNewName: true, assetUploader: 'tidewater' },
  });
  expect(await world.report(validation)).toMatchObject({ outcome: 'needs-review' });
  expect(await world.labels(pull)).toEqual(['validated', 'needs-review']);

  await world.approve(pull);
  expect(await world.report(await world.validate(pull))).toMatchObject({ outcome: 'merged' });
  expect(await world.labels(pull)).toEqual(['validated', 'publishing']);
  expect(await world.pending()).toEqual(['submissions/tide-table/1.0.0.json']);

  expect(await world.publish()).toMatchObject([{ outcome: 'done', pullRequest: pull }]);
  expect(await world.pending()).toEqual([]);
  const entry = await (await world.index.snapshot()).readEntry('tide-table');
  const { repositoryId, repository, commit, tag, releaseAssetId } = submission.source;
  expect(entry).toMatchObject({
    owners: [{ provider: 'github', id: author.id, login: 'tidewater' }],
    source: { repositoryId, repository },
    versions: [
      {
        version: '1.0.0',
        sha256: submission.sha256,
        provenance: { repository, commit, tag, releaseAssetId, pullRequest: pull },
      },
    ],
  });
  expect(await world.labels(pull)).toEqual(['validated', 'published']);
  expect(await world.comments(pull)).toHaveLength(1);
  const { stages } = (await world.mark(pull)) ?? { stages: null };
  const reached = Object.entries(stages ?? {}).filter(([, at]) => at !== null);
  expect(reached.map(([stage]) => stage)).toEqual([
    'submitted',
    'validated',
    'merged',
    'stored',
    'indexed',
  ]);
});

test('a next version by its owner is merged and published without a person', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  await world.merge(await world.submit(author, await world.release(author)));
  await world.publish();
  const next = await world.submit(author, await world.release(author, { version: '1.1.0' }));
  const validation = await world.validate(next);
  expect(validation).toMatchObject({ decision: 'merge', facts: { latest: '1.0.0' } });
  expect(await world.report(validation)).toMatchObject({ outcome: 'merged' });
  expect(await world.publish()).toMatchObject([{ outcome: 'done' }]);
  const entry = await (await world.index.snapshot()).readEntry('tide-table');
  expect(entry?.versions.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0']);

  const yank = { format: 1, action: 'yank', name: 'tide-table', version: '1.0.0' } as const;
  const reason = 'Shows low water as high water';
  const pull = await world.submit(author, { ...yank, reason });
  expect(await world.report(await world.validate(pull))).toMatchObject({ outcome: 'merged' });
  expect(await world.publish()).toMatchObject([{ outcome: 'done' }]);
  const after = await (await world.index.snapshot()).readEntry('tide-table');
  expect(after?.versions).toMatchObject([{ status: 'live' }, { status: 'yanked', reason }]);
  expect(await world.labels(pull)).toEqual(['validated', 'published']);

  const undo = await world.submit(author, { ...yank, action: 'unyank' });
  await world.report(await world.validate(undo));
  expect(await world.publish()).toMatchObject([{ outcome: 'done' }]);
  const told = await world.comments(undo);
  expect(told).toMatchObject([expect.stringContaining('(unyank): carried out')]);
  expect((await world.comments(pull))[0]).toContain('(yank): carried out');
});
