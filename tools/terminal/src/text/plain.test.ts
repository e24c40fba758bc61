import { expect, test } from 'vitest';
import { plain, plainLines } from './plain.ts';

test('plain() takes out escape sequences, line breaks and characters that reorder text', () => {
  expect(plain('a\u001B[31mb\u202Ec\nd\u0007\u200Be')).toBe('a[31mbc de');
});

test('plain() makes single spaces of white space of every kind, and of nothing else', () => {
  expect(plain(' a\t\r\n b\u0085c\u2028d\u2029e\u00A0f\u3000 g ')).toBe('a b c d e f g');
  expect(plain('\uFEFFa\uFEFFb \u200B c')).toBe('ab c');
});

test('plain() keeps words and emoji that need a joiner', () => {
  const text = 'می\u200Cنویسم 👩\u200D👧 ක්\u200Dෂ ❤\uFE0F';
  expect(plain(text)).toBe(text);
  expect(plainLines(`${text}\n  ${text}`)).toBe(`${text}\n  ${text}`);
});

test('plainLines() keeps lines and takes out carriage returns', () => {
  expect(plainLines('one\r\ntwo\rthree\u001B]0;x\u0007')).toBe('one\ntwothree]0;x');
});

test('plainLines() keeps words apart that a tab is between, and makes no lines of separators', () => {
  expect(plainLines('one\ttwo\n  three\u2028four\u0085')).toBe('one two\n  threefour');
});
