import { expect, test } from 'vitest';
import { evaluateIf, interpolate } from './evaluate.ts';

const contexts = {
  github: { event_name: 'push', event: { label: { name: 'hold' }, number: 7 } },
  needs: { plan: { outputs: { pending: '0' } } },
  inputs: {},
};

test.each([
  ['number ${{ github.event.number }}', 'number 7'],
  ['${{ github.event.pull_request.number || github.event.number || inputs.pull_request }}', '7'],
  ["${{ inputs.rebuild && 'yes' || '' }}", ''],
  ['nothing', 'nothing'],
])('interpolate() of %s', (text, expected) => {
  expect(interpolate(text, contexts)).toBe(expected);
});

test.each<[condition: string | undefined, before: 'success' | 'failure' | 'skipped', boolean]>([
  [undefined, 'success', true],
  [undefined, 'skipped', false],
  ["github.event_name == 'push'", 'success', true],
  ["github.event_name == 'push'", 'failure', false],
  ["github.event.label.name == 'other'", 'success', false],
  ["needs.plan.outputs.pending != '0' || github.event_name != 'push'", 'success', false],
  ["${{ !cancelled() && github.event_name == 'push' }}", 'failure', true],
  ['failure()', 'failure', true],
  ['failure()', 'success', false],
])('evaluateIf() of %s after a %s', (condition, before, expected) => {
  expect(evaluateIf(condition, { contexts, before: [before] })).toBe(expected);
});
