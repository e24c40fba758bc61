import { expect, test } from 'vitest';
import { locateField } from './locate-field.ts';

const text =
  '\uFEFF{\n  "commands": [{ "mode": "view" }, { "mode": "menu-bar" }],\n  "main": "x.js"\n}';

test.each<[(string | number)[], string]>([
  [['main'], '3:3'],
  [['commands', 1, 'mode'], '2:38'],
  [['commands', 0], '2:16'],
  [['absent', 'field'], '1:1'],
])('locateField() of %j', (path, expected) => {
  const { line, column } = locateField(text, path);
  expect(`${line}:${column}`).toBe(expected);
});
