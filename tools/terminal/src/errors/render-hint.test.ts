import { expect, test } from 'vitest';
import { makeStyle } from '../style/style.ts';
import { renderHint } from './render-hint.ts';

const style = makeStyle(false);

test('renderHint() indents every line behind the first', () => {
  expect(renderHint('3 places: Do this.\n1 place: Do that.', { style, indent: '  ' })).toBe(
    '  hint: 3 places: Do this.\n        1 place: Do that.',
  );
});

test('renderHint() lets no line of a stranger look like another output', () => {
  expect(renderHint('Wait.\nPublished\u001B[2J', { style, indent: '' })).toBe(
    'hint: Wait.\n      Published[2J',
  );
});
