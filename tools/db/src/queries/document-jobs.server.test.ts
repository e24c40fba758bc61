import { makeEntry } from '@orchestra/testkit';
import { makeServerDatabase } from '@orchestra/testkit/database';
import { expect, test } from 'vitest';
import { takeDocumentJobs } from './document-jobs.ts';
import { mirrorEntries } from './mirror-entries.ts';

test('takeDocumentJobs() leaves to others what one has taken, and lets nobody wait', async () => {
  await using database = await makeServerDatabase();
  const entries = ['tide', 'moon'].map((name) => makeEntry({ name }));
  await mirrorEntries(
    database,
    entries.map((entry) => ({ entry, verified: false, featuredRank: null })),
  );
  const names = await database.transaction(async (one) => {
    const mine = await takeDocumentJobs(one, { most: 1 });
    const others = await database.transaction((other) => takeDocumentJobs(other, { most: 9 }));
    return [mine, others].map((jobs) => jobs.map(({ name }) => name));
  });
  expect(names).toEqual([['tide'], ['moon']]);
});
