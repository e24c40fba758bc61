import { expect, test } from 'vitest';
import { noStages } from '../schema/answers.ts';
import { readReceiptMark, renderReceiptMark } from './receipt-mark.ts';

const mark = {
  head: 'a'.repeat(40),
  stages: { ...noStages, submitted: '2026-05-01T00:00:00.000Z', validated: '--> <b>' },
};

test('readReceiptMark() reads what renderReceiptMark() writes, whatever follows', () => {
  const line = renderReceiptMark(mark);
  expect(readReceiptMark(`${line}\r\n# Hello`)).toEqual(mark);
  expect(line.match(/-->/g)).toHaveLength(1);
  expect(line).not.toContain('\n');
});

test.each(['', 'Hello', '<!-- orchestra-receipt {} -->', '<!-- orchestra-receipt { -->'])(
  'readReceiptMark() of %j is null',
  (body) => expect(readReceiptMark(body)).toBeNull(),
);

test('readReceiptMark() reads the first line only', () => {
  expect(readReceiptMark(`Hello\n${renderReceiptMark(mark)}`)).toBeNull();
});
