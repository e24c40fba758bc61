import { serializeSubmission, type Validation } from '@orchestra/core';
import { expect, test } from 'vitest';
import { type Spoiled, startWorld } from '../test/start-world.ts';

const path = 'registry-index/submissions/tide-table/1.0.0.json';

test('whoever writes the validation gets nothing merged but a submission', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const submission = await world.release(author);
  const text = serializeSubmission(submission);
  const submitted: Spoiled[] = [
    { files: { [path]: text, 'tools/action/src/bin.ts': 'take(everything);\n' } },
    { files: { 'registry-index/submissions/git-lens/1.0.0.json': text } },
    { files: { 'README.md': '# Mine\n' } },
  ];
  for (const spoiled of submitted) {
    const pull = await world.submit(author, submission, spoiled);
    const honest = await world.validate(pull);
    const forged: Validation = { ...honest, decision: 'merge', submission, problems: [] };
    await expect(world.report(forged)).rejects.toMatchObject({ code: 'problems-found' });
    await expect(world.report({ ...forged, submission: null })).rejects.toMatchObject({
      code: 'problems-found',
    });
  }
  expect(await world.pending()).toEqual([]);
});

test('whoever writes the validation changes and removes no submission that waits', async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const submission = await world.release(author);
  await world.merge(await world.submit(author, submission));
  const other = await world.addAuthor('paper-lantern');
  for (const content of [serializeSubmission({ ...submission, requestVerified: true }), null]) {
    const pull = await world.submit(other, submission, { files: { [path]: content } });
    const honest = await world.validate(pull);
    const forged: Validation = { ...honest, decision: 'merge', submission, problems: [] };
    await expect(world.report(forged)).rejects.toMatchObject({ code: 'problems-found' });
  }
});
