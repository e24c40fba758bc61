import { parseValue } from '@orchestra/core';
import { makeFolder } from '@orchestra/testkit';
import { spawn } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { DevEventSchema } from '../src/dev/dev-event.ts';
import { linkLibraries } from './link-libraries.ts';
import { cliHere } from './run-here.ts';

const program = fileURLToPath(new URL('../dist/orchestra.js', import.meta.url));

test('dev runs the language server of a template, shows its diagnostics, and runs it again after a save', async () => {
  await using folder = await makeFolder({ 'work/a.tide': 'let width = 3\nshow width * depth\n' });
  const cli = cliHere(folder.path, { url: 'http://127.0.0.1:1' });
  await cli(['init', 'tide', '--template', 'vscode-lsp', '--yes', '-C', folder.path]);
  const project = folder.join('tide');
  await linkLibraries(project);
  for (const path of ['', 'work', 'tide']) await chmod(folder.join(path), 0o755); // the server may be nobody's
  const check = folder.join('tide/src/language/check.ts');
  const args = ['ext', 'dev', '--json', '--watch', '--workspace', folder.join('work')];
  const child = spawn(process.execPath, [program, ...args, '--open', 'a.tide'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told: string[] = [];
  const refused: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const parsed = parseValue(DevEventSchema, JSON.parse(line));
    if (!parsed.ok) throw new Error(`${line}: ${JSON.stringify(parsed.errors)}`);
    const event = parsed.value;
    if (event.type === 'call' && !event.isAllowed) refused.push(event.api);
    if (event.type === 'build-failed') told.push(`failed ${event.faults[0]?.place}`);
    if (event.type === 'shown' && event.what === 'diagnostics') told.push(event.text);
    if (event.type !== 'shown' && event.type !== 'build-failed') continue;
    const text = told.at(-1) ?? '';
    const source = await readFile(check, 'utf8');
    if (text.includes('Nothing defines')) {
      await writeFile(check, source.replace('Nothing defines', 'Nobody defines'));
    } else if (text.includes('Nobody defines')) await writeFile(check, `const = 1;\n${source}`);
    else if (text.startsWith('failed')) child.kill('SIGTERM');
  }
  expect(told.filter((one) => one !== 'no problems any more')).toEqual([
    "a.tide:2:14 error: Nothing defines 'depth'",
    "a.tide:2:14 error: Nobody defines 'depth'",
    expect.stringContaining('failed src/language/check.ts'),
  ]);
  expect(refused).toEqual([]);
});
