import { parseWorkflow } from '@orchestra/testkit/workflows';
import { expect, test } from 'vitest';
import { isTriggered } from './is-triggered.ts';

const workflow = parseWorkflow(
  'one',
  `
on:
  push: { branches: [main], paths: ['data/in/**'] }
  pull_request: { branches: [main], paths-ignore: ['data/**'] }
  issue_comment: { types: [created] }
  workflow_dispatch:
jobs: {}
`,
);
const toMain = { ref: 'refs/heads/main' };
const pull = { pull_request: { base: { ref: 'main' } } };

test.each<[event: string, payload: object, paths: string[], boolean]>([
  ['push', toMain, ['data/in/a.json'], true],
  ['push', toMain, ['data/out/a.json'], false],
  ['push', { ref: 'refs/heads/other' }, ['data/in/a.json'], false],
  ['pull_request', pull, ['data/in/a.json'], false],
  ['pull_request', pull, ['data/in/a.json', 'code.ts'], true],
  ['issue_comment', { action: 'created' }, [], true],
  ['issue_comment', { action: 'edited' }, [], false],
  ['workflow_dispatch', {}, [], true],
  ['release', {}, [], false],
])('isTriggered() by %s %j about %j', (event, payload, paths, expected) => {
  expect(isTriggered(workflow, { event, payload, paths })).toBe(expected);
});

test('isTriggered() refuses a pattern that it does not know', () => {
  const text = "on: { push: { paths: ['*.ts'] } }\njobs: {}\n";
  const started = { event: 'push', payload: toMain, paths: ['code.ts'] };
  expect(() => isTriggered(parseWorkflow('two', text), started)).toThrow('unknown pattern: *.ts');
});
