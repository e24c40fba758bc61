import { sha256Hex } from '@orchestra/core/node';
import { type Gcs, runProcess, startGcs } from '@orchestra/testkit';
import { soakOf } from '@orchestra/testkit/soak';
import { expect, test, vi } from 'vitest';
import { runApply, type Stored } from '../test/run-apply.ts';
import { tokenOf } from '../test/run-job.ts';
import { startWorld, type World } from '../test/start-world.ts';

/** The requests before which it is killed, in the order in which they are sent. */
const steps = [
  { method: 'POST', path: /^\/upload\/.*packages%2F/ },
  { method: 'POST', path: /^\/upload\/.*readme\.md/ },
  { method: 'GET', path: /registry\.git\/info\/refs\?service=git-receive-pack/ },
  { method: 'PATCH', path: /\/issues\/comments\/\d+$/ },
  { method: 'POST', path: /\/issues\/\d+\/labels$/ },
  { method: 'DELETE', path: /\/issues\/\d+\/labels\/publishing$/ },
];

const again =
  'publish-apply killed before any of its steps and run again ends as if it had not been';
test(again, { tags: ['soak'] }, async () => {
  await using world = await startWorld();
  await using gcs = await startGcs({ buckets: ['whole', ...steps.map((_, nth) => `step-${nth}`)] });
  const author = await world.addAuthor('tidewater');
  const pull = await world.submit(author, await world.release(author));
  await world.merge(pull);
  await world.plan();
  const start = await world.index.head();

  expect(await runApply(world, { gcs, bucket: 'whole' })).toMatchObject({ exitCode: 0 });
  const whole = await endOf(world, { gcs, bucket: 'whole', pull });
  expect(whole).toMatchObject({ labels: ['validated', 'published'], comments: 1 });
  expect(whole.objects.length).toBeGreaterThan(3);

  for (const [nth, step] of soakOf([...steps.entries()], 4)) {
    await rewind(world, { to: start, pull });
    const bucket = `step-${nth}`;
    const stalled = new AbortController();
    const [killed] = await Promise.all([
      runApply(world, { gcs, bucket, signal: stalled.signal }),
      stallAt(step, { world, gcs }).then(() => stalled.abort()),
    ]);
    expect({ ...step, signal: killed.signal }).toEqual({ ...step, signal: 'SIGKILL' });
    world.github.faults.clear();
    gcs.faults.clear();
    const isIndexed = nth > 2;
    expect(await world.pending()).toHaveLength(isIndexed ? 0 : 1);

    const second = await runApply(world, { gcs, bucket });
    expect(second).toMatchObject({ exitCode: 0, outputs: { changed: String(!isIndexed) } });
    expect({ ...step, ...(await endOf(world, { gcs, bucket, pull })) }).toEqual({
      ...step,
      ...whole,
    });
  }
});

/** Leaves a request without an answer, and resolves once it is asked: whoever sent it gets no further. */
async function stallAt(
  step: (typeof steps)[number],
  { world, gcs }: { world: World; gcs: Gcs },
): Promise<void> {
  const servers = [world.github, gcs];
  const asked = servers.map(({ requests }) => requests.length);
  for (const { faults } of servers) faults.fail(step, { status: 503, delayMs: 5000 });
  await vi.waitFor(
    () => {
      const since = servers.flatMap(({ requests }, nth) => requests.slice(asked[nth]));
      expect(since.some((one) => one.method === step.method && step.path.test(one.path))).toBe(
        true,
      );
    },
    { timeout: 200_000 }, // for a machine that does other things as well
  );
}

/** Everything that an author or a reader could tell a difference by; times of a receipt apart. */
async function endOf(world: World, { gcs, bucket, pull }: Stored & { pull: number }) {
  const objects = [...gcs.objects(bucket).values()].map(
    ({ name, bytes, contentType, metageneration, metadata }) => ({
      name,
      contentType,
      metadata,
      metageneration,
      sha256: sha256Hex(bytes),
    }),
  );
  return {
    tree: await git(world, 'rev-parse', 'main^{tree}'),
    objects: objects.toSorted((left, right) => left.name.localeCompare(right.name)),
    labels: await world.labels(pull),
    comments: (await world.comments(pull)).length,
  };
}

/** As it was after the merge. */
async function rewind(world: World, { to, pull }: { to: string; pull: number }): Promise<void> {
  await git(world, 'update-ref', 'refs/heads/main', to);
  const answer = await fetch(`${world.github.api}/repos/harbor/registry/issues/${pull}/labels`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${tokenOf(world, 'installation')}` },
    body: JSON.stringify({ labels: ['validated', 'publishing'] }),
  });
  expect(answer.status).toBe(200);
}

async function git({ index }: World, ...args: string[]): Promise<string> {
  const ended = await runProcess(['git', `--git-dir=${index.directory}`, ...args]);
  expect(ended).toMatchObject({ exitCode: 0 });
  return ended.stdout.trim();
}
