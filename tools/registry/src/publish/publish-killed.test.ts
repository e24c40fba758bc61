import { runProcess, startGcs } from '@orchestra/testkit';
import { bundleProgram } from '@orchestra/testkit/bundle';
import { soakOf } from '@orchestra/testkit/soak';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeRegistry } from '../../test/make-registry.ts';
import { verifyRegistry } from '../verify-registry.ts';

const fixture = fileURLToPath(new URL('../../test/publish-then-die.ts', import.meta.url));

/** Six blobs, then before and after the commit. */
const steps = [1, 2, 3, 4, 5, 6, 7, 8];

const repeated = 'a publish killed at step %i and repeated ends the same';

test('a publish takes as many steps as are killed below', async () => {
  await using registry = await makeRegistry();
  const whole = await publishElsewhere(registry.folder.join('data'), {
    file: await registry.packed(),
    step: 0,
  });
  expect(whole).toMatchObject({ exitCode: 0, stdout: `${steps.length}\n` });
});

test.each(soakOf(steps, 4))(repeated, { tags: ['soak'] }, async (step) => {
  await using registry = await makeRegistry();
  const file = await registry.packed();
  const killed = await publishElsewhere(registry.folder.join('data'), { file, step });
  expect(killed.signal).toBe('SIGKILL');

  const indexed = step === steps.length;
  expect(await registry.keys()).toHaveLength(Math.min(step - 1, 6));
  expect(await (await registry.index.snapshot()).names()).toHaveLength(indexed ? 1 : 0);
  const between = await verifyRegistry(registry.context);
  expect(between.findings.filter(({ severity }) => severity === 'error')).toEqual([]);

  const again = await registry.publish();
  expect(again.unchanged).toBe(indexed);
  expect(await verifyRegistry(registry.context)).toEqual({
    entries: 1,
    versions: 1,
    blobs: 6,
    findings: [],
  });
});

async function publishElsewhere(data: string, { file, step }: { file: string; step: number }) {
  return runProcess([process.execPath, await bundleProgram(fixture), data, file, String(step)]);
}

test.each(soakOf([3, 1, 8, 7], 2))(
  'a publish to a bucket killed at step %i and repeated ends as if it had not been',
  { tags: ['soak'] },
  async (step) => {
    await using gcs = await startGcs({ buckets: ['sea-chest'] });
    const bucket = { blobs: 'gs://sea-chest', gcs: { endpoint: gcs.origin } };
    const now = () => new Date('2026-01-01T00:00:00.000Z');
    await using registry = await makeRegistry(now, bucket);
    const file = await registry.packed();
    const args = [registry.folder.join('data'), file, String(step), bucket.blobs, gcs.origin];
    const program = await bundleProgram(fixture);
    expect((await runProcess([process.execPath, program, ...args])).signal).toBe('SIGKILL');
    const before = new Map(gcs.objects('sea-chest'));
    expect(before.size).toBe(Math.min(step - 1, 6));

    expect((await registry.publish()).unchanged).toBe(step === steps.length);
    for (const [name, object] of before) expect(gcs.objects('sea-chest').get(name)).toBe(object);
    expect(await verifyRegistry(registry.context)).toEqual({
      entries: 1,
      versions: 1,
      blobs: 6,
      findings: [],
    });
  },
);
