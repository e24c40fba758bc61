import { expect, test } from 'vitest';
import { isProgram } from './is-program.ts';

test.each<[string, string | number[]]>([
  ['a script', '#!/bin/sh\necho\n'],
  ['a script with a space', '#! /usr/bin/env node\n'],
  ['a program of Linux', [0x7f, 0x45, 0x4c, 0x46, 2, 1]],
  ['a program of macOS', [0xcf, 0xfa, 0xed, 0xfe, 7, 0]],
  ['a program of macOS for two processors', [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2]],
])('isProgram() takes %s', (_what, content) => {
  expect(isProgram(Buffer.from(content))).toBe(true);
});

test.each<[string, string | number[]]>([
  ['nothing', ''],
  ['code', 'export {};\n'],
  ['an attribute of Rust', '#![allow(dead_code)]\n'],
  ['a class of Java', [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 0x41]],
])('isProgram() takes %s for none', (_what, content) => {
  expect(isProgram(Buffer.from(content))).toBe(false);
});
