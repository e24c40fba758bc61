import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeProgram } from '../src/cli.ts';
import { makeContext } from '../src/context.ts';
import { commandExamples } from './command-examples.ts';
import { programReferenceFile, renderProgramReference } from './render-program-reference.ts';

const ext = makeProgram(makeContext(process), () => {}).commands.find(
  (one) => one.name() === 'ext',
);
const commands = ext?.commands ?? [];

test('the committed reference is what the code says; npm run reference writes it', async () => {
  expect(await readFile(programReferenceFile, 'utf8')).toBe(await renderProgramReference());
});

test('every command has an example, and no other', () => {
  expect(Object.keys(commandExamples)).toEqual(commands.map((command) => command.name()));
});

test.each(Object.values(commandExamples).flat())('%s uses options that there are', (typed) => {
  const [name = '', ...words] = typed.split(' ');
  const command = commands.find((one) => one.name() === name);
  const options = [...(command?.options ?? []), ...(ext?.parent?.options ?? [])];
  for (const flag of words.filter((word) => /^--?\w/.test(word)))
    expect(options.some(({ long, short }) => flag === long || flag === short)).toBe(true);
});
