import { expect, test } from 'vitest';
import { showable } from './showable.ts';

test('showable() shows where something was that nobody may see', () => {
  expect(showable('dist/\u202Egpj.js\n\u001B[2J a\u200Bb')).toBe(
    'dist/\uFFFDgpj.js\uFFFD\uFFFD[2J a\uFFFDb',
  );
  expect(showable('می\u200Cنویسم 👩\u200D👧')).toBe('می\u200Cنویسم 👩\u200D👧');
});

test('showable() lets no email out', () => {
  expect(showable('by harbour.master@tidewater.dev')).toBe('by [email removed]');
});

test('showable() ends after a thousand characters, none of which is half of one', () => {
  expect(showable('x'.repeat(1000))).toHaveLength(1000);
  expect(showable(`${'x'.repeat(999)}😀`)).toBe(`${'x'.repeat(999)}…`);
  expect(showable('😀'.repeat(1e6))).toBe(`${'😀'.repeat(500)}…`);
});
