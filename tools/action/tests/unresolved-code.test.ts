import { permissions, type Validation } from '@orchestra/core';
import { expect, test } from 'vitest';
import { startWorld } from '../test/start-world.ts';

test('a version whose code can not be told waits for a person, at that very head', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  await world.merge(await world.submit(author, await world.release(author)));
  await world.publish();

  const code = 'export const activate = (context) => eval(context.code);\n';
  const next = { version: '1.1.0' };
  const submission = await world.release(author, next, { files: { 'dist/main.js': code } });
  const pull = await world.submit(author, submission);
  const validation = await world.validate(pull);
  expect(validation).toMatchObject({
    decision: 'review',
    failure: null,
    facts: { isNewName: false },
  });
  expect(validation.problems).toContainEqual(
    expect.objectContaining({ code: 'permission-unresolved', severity: 'warning' }),
  );
  const told = await world.report(validation);
  expect(told.outcome).toBe('needs-review');
  expect(told.text).toContain('Nobody can tell by reading it');
  expect(told.text).toContain('Maybe more, in code that nobody can tell: filesystem.read');
  expect(told.text).not.toContain('claimed for ever');
  expect(told.text).toContain('`eval(…)` at `dist/main.js:1:38`');
  expect(await world.labels(pull)).toEqual(['validated', 'needs-review']);

  await world.approve(pull, await world.index.head());
  expect(await world.report(await world.validate(pull))).toMatchObject({ outcome: 'needs-review' });
  await world.approve(pull);
  expect(await world.report(await world.validate(pull))).toMatchObject({ outcome: 'merged' });
  expect(await world.publish()).toMatchObject([{ outcome: 'done', pullRequest: pull }]);
  const entry = await (await world.index.snapshot()).readEntry('tide-table');
  expect(entry?.versions.map(({ version, unclearCode }) => [version, unclearCode])).toEqual([
    ['1.1.0', { mayNeed: permissions }],
    ['1.0.0', { mayNeed: [] }],
  ]);
});

test.each([
  ['that declares nothing', []],
  ['that declares every permission', [...permissions]],
])('code %s and a later analysis can not tell waits until it is approved', async (_, declared) => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  await world.merge(await world.submit(author, await world.release(author)));
  await world.publish();
  const code = 'export const activate = (context) => eval(context.code);\n';
  const files = { 'dist/main.js': code };
  const pull = await world.submit(
    author,
    await world.release(author, { version: '1.1.0', permissions: declared }, { files }),
  );
  // what the analysis of an earlier release found
  const told: Validation = { ...(await world.validate(pull)), decision: 'merge', problems: [] };
  expect(await world.report(told)).toMatchObject({ outcome: 'merged' });

  const failure = { code: 'review-required' };
  const versions = async () =>
    (await (await world.index.snapshot()).readEntry('tide-table'))?.versions.map(
      ({ version }) => version,
    );
  expect(await world.publish()).toMatchObject([{ outcome: 'later', failure, isBug: false }]);
  expect(await versions()).toEqual(['1.0.0']);
  expect((await world.comments(pull)).at(-1)).toContain('nobody approved it before it was merged');
  await world.approve(pull, await world.index.head());
  expect(await world.publish()).toMatchObject([{ outcome: 'later', failure }]);
  await world.approve(pull);
  expect(await world.publish()).toMatchObject([{ outcome: 'done', pullRequest: pull }]);
  expect(await versions()).toEqual(['1.1.0', '1.0.0']);
});
