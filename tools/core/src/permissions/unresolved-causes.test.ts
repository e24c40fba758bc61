import { expect, test } from 'vitest';
import type { UnresolvedCode } from '../schema/analysis.ts';
import { groupByCause, unresolvedCause } from './unresolved-causes.ts';

test.each<[UnresolvedCode['reason'], string, string]>([
  ['computed-access', 'fs[…]', 'computed-name'],
  ['computed-access', 'vscode.commands.executeCommand(…)', 'computed-command'],
  ['passed-on', 'fs', 'lost-value'],
  ['computed-module', 'require(…)', 'computed-module'],
  ['outside-module', '../../other', 'outside-module'],
  ['evaluated-code', 'eval(…)', 'made-code'],
  ['unknown-effect', 'vscode.commands.executeCommand("other.run")', 'foreign-command'],
  ['unknown-effect', 'command "other.run"', 'foreign-command'],
  ['unknown-effect', 'process.dlopen', 'unclear-api'],
  ['unreadable', 'native code: ./addon.node', 'native-code'],
  ['unreadable', 'code in a file of another kind: main.txt', 'other-file'],
  ['unreadable', 'Unexpected token (3:1)', 'invalid-code'],
  ['over-limit', 'more than 5 MiB of code', 'long-code'],
  ['over-limit', 'code that is nested too deep', 'deep-code'],
  ['over-limit', 'code that leads around', 'tangled-code'],
  ['over-limit', 'code that takes over 30 seconds to read', 'tangled-code'],
  ['over-limit', '12 more such places', 'more-places'],
])('unresolvedCause() of %s, %j is %s', (reason, what, cause) => {
  expect(unresolvedCause({ reason, what })).toBe(cause);
});

test('groupByCause() has the cause of most first, and keeps the order of the others', () => {
  const causes = ['made-code', 'native-code', 'lost-value', 'native-code'] as const;
  const groups = groupByCause(causes, (cause) => cause);
  expect(groups.map(({ cause, of }) => `${of.length} ${cause}`)).toEqual([
    '2 native-code',
    '1 made-code',
    '1 lost-value',
  ]);
});
