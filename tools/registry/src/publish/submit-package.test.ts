import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { PackageContents } from '../../test/make-package.ts';
import { lantern, makeRegistry, tidewater, type TestRegistry } from '../../test/make-registry.ts';
import { declineCodeReview } from '../code-reviews/decline-code-review.ts';
import { findCodeReview } from '../code-reviews/find-code-review.ts';
import { listCodeReviews } from '../code-reviews/list-code-reviews.ts';
import { changeCurated } from '../curated/change-curated.ts';
import { type SubmitRequest, submitPackage } from './submit-package.ts';

const evaluating: PackageContents = {
  manifest: { main: 'dist/main.js' },
  files: { 'dist/main.js': 'exports.activate = (context) => eval(context.code);\n' },
};

const version = { name: 'tide-table', version: '1.0.0' };

async function submit(registry: TestRegistry, change: Partial<SubmitRequest> = {}) {
  const request = {
    archive: { file: await registry.packed(evaluating) },
    submitter: tidewater,
    preRelease: false,
    dryRun: false,
    expectedName: undefined,
    requestReview: true,
    ...change,
  };
  return submitPackage(request, registry.context);
}

async function clear({ context }: TestRegistry): Promise<void> {
  const [kept] = await listCodeReviews(context.codeReviews);
  const sha256 = kept?.record.sha256 ?? '';
  await changeCurated(
    { message: 'Clear', change: () => ({ cleared: [{ ...version, sha256 }] }) },
    context,
  );
}

test('submitPackage() keeps what is held, and publishes it once it is cleared', async () => {
  await using registry = await makeRegistry();
  const places = [expect.objectContaining({ code: 'permission-unresolved' })];
  const asked = await submit(registry);
  expect(asked).toMatchObject({ review: { ...version, state: 'waiting', places } });
  expect(await submit(registry)).toEqual(asked);
  expect(await registry.keys()).toEqual([]);
  const again = submit(registry, { requestReview: false });
  await expect(again).rejects.toMatchObject({ code: 'review-waiting' });
  const of = { ...version, submitter: tidewater };
  expect(await findCodeReview(of, registry.context)).toMatchObject({ state: 'waiting' });

  await clear(registry);
  expect(await findCodeReview(of, registry.context)).toMatchObject({ state: 'cleared' });
  expect(await submit(registry)).toMatchObject({ unchanged: false });
  expect(await readdir(registry.codeReviews)).toEqual([]);
  const over = findCodeReview(of, registry.context);
  await expect(over).rejects.toMatchObject({ code: 'code-review-unknown' });
});

test('submitPackage() keeps nothing without being asked, and in a dry run', async () => {
  await using registry = await makeRegistry();
  const code = 'review-required';
  await expect(submit(registry, { requestReview: false })).rejects.toMatchObject({ code });
  await expect(submit(registry, { dryRun: true })).rejects.toMatchObject({ code });
  expect(await listCodeReviews(registry.codeReviews)).toEqual([]);
});

test('submitPackage() keeps nothing of a name that is not theirs', async () => {
  await using registry = await makeRegistry();
  await registry.publish(evaluating, { reviewed: true });
  const next = { manifest: { ...evaluating.manifest, version: '1.1.0' } };
  const archive = { file: await registry.packed({ ...evaluating, ...next }) };
  const asked = submit(registry, { archive, submitter: lantern });
  await expect(asked).rejects.toMatchObject({ code: 'name-taken' });
  expect(await listCodeReviews(registry.codeReviews)).toEqual([]);
});

test('submitPackage() tells why a package was declined, and takes other bytes', async () => {
  await using registry = await makeRegistry();
  await submit(registry);
  const [kept] = await listCodeReviews(registry.codeReviews);
  if (kept === undefined) throw new Error('expected a record');
  await declineCodeReview(kept, { reason: 'It evaluates what it is sent', now: () => new Date() });
  for (const requestReview of [true, false]) {
    await expect(submit(registry, { requestReview })).rejects.toMatchObject({
      code: 'review-declined',
      message: 'tide-table 1.0.0 was declined: It evaluates what it is sent',
    });
  }
  const found = await findCodeReview({ ...version, submitter: tidewater }, registry.context);
  expect(found).toMatchObject({ state: 'declined', reason: 'It evaluates what it is sent' });
  const files = { 'dist/main.js': 'exports.activate = ({ code }) => eval(code);\n' };
  const archive = { file: await registry.packed({ ...evaluating, files }) };
  expect(await submit(registry, { archive })).toMatchObject({ review: { state: 'waiting' } });
});

test('findCodeReview() of a name that nobody has shows each account its own alone', async () => {
  await using registry = await makeRegistry();
  await submit(registry, { submitter: lantern });
  const of = { ...version, submitter: tidewater };
  const code = 'code-review-unknown';
  await expect(findCodeReview(of, registry.context)).rejects.toMatchObject({ code });
  await registry.publish({ manifest: { version: '0.9.0' } });
  // an owner sees what owners asked, and nothing of those who are none
  await expect(findCodeReview(of, registry.context)).rejects.toMatchObject({ code });
  const other = findCodeReview({ ...version, submitter: lantern }, registry.context);
  await expect(other).rejects.toMatchObject({ code: 'name-taken' });
});

test('publishPackage() takes out of the queue what an operator publishes', async () => {
  await using registry = await makeRegistry();
  await submit(registry);
  await registry.publish(
    { ...evaluating, manifest: { ...evaluating.manifest, version: '0.9.0' } },
    { reviewed: true },
  );
  expect(await readdir(registry.codeReviews)).toHaveLength(1);
  await registry.publish(evaluating, { reviewed: true });
  expect(await readdir(registry.codeReviews)).toEqual([]);
});
