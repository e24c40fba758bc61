import { makeStyle } from '@orchestra/terminal';
import { expect, test } from 'vitest';
import { renderCall } from './render-call.ts';

const style = makeStyle(false);
const call = (api: string, permission: string, place: string) => ({
  type: 'call' as const,
  build: 1,
  time: '2026-01-02T03:04:05.006',
  api,
  permissions: [permission],
  isAllowed: true,
  place,
  durationMs: 19,
});
const long = call(
  'ui.createStatusBarItem',
  'filesystem.write',
  'src/views/status-bar/main.ts:204:39',
);

test('renderCall() pads its cells, so that lines stand below each other', () => {
  const line = renderCall(call('fs.readFile', 'git', 'src/main.ts:1:2'), style);
  expect(line).toBe(
    '03:04:05.006  fs.readFile               git               src/main.ts:1:2         19 ms',
  );
});

test('renderCall() leaves nothing out where there is no terminal', () => {
  expect(renderCall(long, style)).toContain(long.place);
});

test.each([60, 80, 86, 100])('renderCall() is at most %i columns wide', (columns) => {
  const short = renderCall(call('fs.readFile', 'git', 'src/main.ts:1:2'), style, columns);
  expect(short.length).toBeLessThanOrEqual(columns);
  expect(short).toContain('src/main.ts:1:2');
  const line = renderCall(long, style, columns);
  expect(line.length).toBeLessThanOrEqual(columns);
  expect(line).toMatch(columns < 100 ? /^[^…]*….*204:39 +19 ms$/ : /39 +19 ms$/);
});
