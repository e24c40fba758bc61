import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lantern, tidewater } from '../../test/make-registry.ts';
import { codeReviewLimits } from './code-review-limits.ts';
import { codeReviewPackage } from './code-review-record.ts';
import { declineCodeReview } from './decline-code-review.ts';
import { listCodeReviews } from './list-code-reviews.ts';
import { removeCodeReviewsOf } from './remove-code-review.ts';
import { type HeldPackage, requestCodeReview } from './request-code-review.ts';

const place = {
  code: 'permission-unresolved',
  severity: 'warning',
  path: 'dist/main.js:1:1',
  message: 'eval',
  hint: 'Write it down.',
} as const;

interface Queue extends AsyncDisposable {
  folder: TemporaryFolder;
  to: { queue: string; now: () => Date };
  held(change?: Partial<HeldPackage>): HeldPackage;
}

async function makeQueue(): Promise<Queue> {
  const folder = await makeFolder({ 'upload.tar.gz': 'bytes' });
  let time = Date.parse('2026-03-01T12:00:00.000Z');
  return {
    folder,
    to: { queue: folder.join('data/code-reviews'), now: () => new Date((time += 1000)) },
    held: (change = {}) => ({
      name: 'tide-table',
      version: '1.0.0',
      sha256: 'a'.repeat(64),
      size: 5,
      places: [place],
      file: folder.join('upload.tar.gz'),
      requestedBy: tidewater,
      ...change,
    }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test('requestCodeReview() keeps the bytes for the owner of the folder alone, once', async () => {
  await using made = await makeQueue();
  const record = await requestCodeReview(made.held(), made.to);
  expect(record).toMatchObject({ name: 'tide-table', places: [place], declined: null });
  expect(record).not.toHaveProperty('file');
  const [kept] = await listCodeReviews(made.to.queue);
  const file = codeReviewPackage(kept?.folder ?? '');
  expect(await readFile(file, 'utf8')).toBe('bytes');
  expect((await stat(made.to.queue)).mode & 0o777).toBe(0o700);
  expect((await stat(kept?.folder ?? '')).mode & 0o777).toBe(0o700);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await requestCodeReview(made.held(), made.to)).toEqual(record);
  expect(await readdir(made.to.queue)).toHaveLength(1);
});

test('requestCodeReview() of two at once keeps one, and one of each account', async () => {
  await using made = await makeQueue();
  const others = made.held({ requestedBy: lantern });
  const all = [made.held(), made.held(), others, others];
  await Promise.all(all.map((one) => requestCodeReview(one, made.to)));
  const logins = (await listCodeReviews(made.to.queue)).map(
    ({ record }) => record.requestedBy.login,
  );
  expect(logins.sort()).toEqual(['paper-lantern', 'tidewater']);
});

test('requestCodeReview() of other bytes of a version replaces what waits of that account', async () => {
  await using made = await makeQueue();
  await requestCodeReview(made.held(), made.to);
  await requestCodeReview(made.held({ requestedBy: lantern }), made.to);
  await requestCodeReview(made.held({ version: '1.1.0', sha256: 'b'.repeat(64) }), made.to);
  await requestCodeReview(made.held({ sha256: 'c'.repeat(64) }), made.to);
  const kept = (await listCodeReviews(made.to.queue)).map(({ record }) => [
    record.requestedBy.login,
    record.version,
    record.sha256[0],
  ]);
  expect(kept).toEqual([
    ['paper-lantern', '1.0.0', 'a'],
    ['tidewater', '1.1.0', 'b'],
    ['tidewater', '1.0.0', 'c'],
  ]);
});

test('requestCodeReview() takes so many packages of an account, and so many bytes, and no more', async () => {
  await using made = await makeQueue();
  const { packagesOfAccount: most, bytesOfAccount } = codeReviewLimits;
  const nth = (at: number) => ({ version: `1.${at}.0`, sha256: `${at}`.padStart(64, '0') });
  for (let at = 0; at < most; at += 1) await requestCodeReview(made.held(nth(at)), made.to);
  const code = 'review-queue-full';
  await expect(requestCodeReview(made.held(nth(most)), made.to)).rejects.toMatchObject({ code });
  const large = { requestedBy: lantern, size: bytesOfAccount + 1 };
  await expect(requestCodeReview(made.held(large), made.to)).rejects.toMatchObject({ code });
  expect(await readdir(made.to.queue)).toHaveLength(most);
  // what is kept already, and what takes the place of it, needs no more room
  await requestCodeReview(made.held(nth(0)), made.to);
  await requestCodeReview(made.held({ ...nth(1), sha256: 'f'.repeat(64) }), made.to);
  await requestCodeReview(made.held({ requestedBy: lantern }), made.to);
  expect(await readdir(made.to.queue)).toHaveLength(most + 1);
});

test('requestCodeReview() removes what a killed process left', async () => {
  await using made = await makeQueue();
  await requestCodeReview(made.held(), made.to);
  const [declined] = await listCodeReviews(made.to.queue);
  if (declined === undefined) throw new Error('expected a record');
  await declineCodeReview(declined, { reason: 'No', now: made.to.now });
  await writeFile(codeReviewPackage(declined.folder), 'left');
  for (const left of ['incoming-1', 'gone-2']) {
    await mkdir(join(made.to.queue, left));
    await writeFile(join(made.to.queue, left, 'package.tar.gz'), 'half');
  }
  const next = made.held({ version: '1.1.0', sha256: 'b'.repeat(64) });
  await requestCodeReview(next, made.to);
  expect((await readdir(made.to.queue)).map((name) => name[0]).sort()).toEqual(['a', 'b']);
  expect(await readdir(declined.folder)).toEqual(['review.json']);
});

test('requestCodeReview() of a file that is gone leaves nothing behind', async () => {
  await using made = await makeQueue();
  const gone = made.held({ file: made.folder.join('gone.tar.gz') });
  await expect(requestCodeReview(gone, made.to)).rejects.toThrow('ENOENT');
  expect(await readdir(made.to.queue)).toEqual([]);
});

test('declineCodeReview() keeps why, and not the bytes; removeCodeReviewsOf() removes it all', async () => {
  await using made = await makeQueue();
  await requestCodeReview(made.held(), made.to);
  await requestCodeReview(made.held({ name: 'sea-gate', sha256: 'b'.repeat(64) }), made.to);
  const [first] = await listCodeReviews(made.to.queue);
  if (first === undefined) throw new Error('expected a record');
  await declineCodeReview(first, { reason: 'It evaluates code', now: made.to.now });
  expect(await readdir(first.folder)).toEqual(['review.json']);
  const [after] = await listCodeReviews(made.to.queue);
  expect(after?.record.declined).toMatchObject({ reason: 'It evaluates code' });
  await removeCodeReviewsOf({ name: 'tide-table', version: '1.0.0' }, made.to.queue);
  const names = (await listCodeReviews(made.to.queue)).map(({ record }) => record.name);
  expect(names).toEqual(['sea-gate']);
});

test('listCodeReviews() of a record that was damaged says which', async () => {
  await using made = await makeQueue();
  expect(await listCodeReviews(made.to.queue)).toEqual([]);
  await requestCodeReview(made.held(), made.to);
  const [kept] = await listCodeReviews(made.to.queue);
  await writeFile(join(kept?.folder ?? '', 'review.json'), '{');
  await expect(listCodeReviews(made.to.queue)).rejects.toMatchObject({ code: 'index-damaged' });
});
