import { startGcs } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { runApply } from '../test/run-apply.ts';
import { startWorld } from '../test/start-world.ts';

const bucket = 'sea-chest';

test('publish-apply goes on with a bucket that is busy ten times, and waits until it serves', async () => {
  await using gcs = await startGcs({ buckets: [bucket] });
  await using world = await startWorld({ packages: `${gcs.origin}/${bucket}/packages` });
  const author = await world.addAuthor('tidewater');
  const submission = await world.release(author);
  const pull = await world.submit(author, submission);
  await world.merge(pull);
  await world.plan();

  const busy = { packages: 3, manifest: 3, readme: 2, changelog: 2 };
  for (const [name, times] of Object.entries(busy)) {
    const path = new RegExp(`^/upload/.*${name}`);
    gcs.faults.fail({ method: 'POST', path }, { status: 503, times });
  }
  gcs.faults.fail({ method: 'HEAD', path: /tide-table-1\.0\.0/ }, { status: 404, times: 2 });
  const ended = await runApply(world, { gcs, bucket, env: { INPUT_SERVED_SECONDS: '30' } });
  expect(ended).toMatchObject({ exitCode: 0, outputs: { changed: 'true', done: '1' } });
  const asked = gcs.requests.filter(({ path }) => path.startsWith('/upload/'));
  expect(asked).toHaveLength(10 + 5);
  const file = 'tide-table/tide-table-1.0.0.tar.gz';
  expect([...gcs.objects(bucket).keys()]).toContain(`packages/${file}`);
  const looks = gcs.requests.filter(({ method }) => method === 'HEAD');
  expect(looks.map(({ path }) => path)).toEqual(Array(3).fill(`/${bucket}/packages/${file}`));
  expect((await world.mark(pull))?.stages).toMatchObject({
    stored: expect.any(String),
    indexed: expect.any(String),
    served: expect.any(String),
    searchable: null,
  });
});
