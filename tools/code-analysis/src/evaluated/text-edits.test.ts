import { expect, test } from 'vitest';
import { TextEdits } from './text-edits.ts';

test('TextEdits keeps the order of what is put in one place, and tells where all of it is', () => {
  const edits = new TextEdits();
  edits.insert(4, '(');
  edits.replace({ start: 0, end: 2 }, 'xyz');
  const placeOfLast = edits.insert(4, '[', 1);
  edits.insert(6, ')');
  expect(edits.applyTo('abcdef')).toBe('xyzcd([ef)');
  expect([2, 3, 4, 5].map((at) => edits.placeOf(at))).toEqual([3, 4, 7, 8]);
  expect([3, 4, 7, 8].map((at) => edits.originOf(at))).toEqual([2, 3, 4, 5]);
  expect([0, 2, 5, 6, 9].map((at) => edits.originOf(at))).toEqual([0, 0, 4, 1, 6]);
  expect(placeOfLast()).toBe(6);
});
