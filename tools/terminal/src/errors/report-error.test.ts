import { RegistryError } from '@orchestra/core';
import { expect, test } from 'vitest';
import { reportError } from './report-error.ts';

const known = new RegistryError('not-installed', 'x', { hint: 'y' });

function report(error: unknown, argv: readonly string[] = [], isTTY = false) {
  const written = { stdout: '', stderr: '' };
  const stdout = { isTTY, write: (text: string) => (written.stdout += text) };
  const stderr = { isTTY, columns: 40, write: (text: string) => (written.stderr += text) };
  const exitCode = reportError(error, { argv, env: {}, stdout, stderr });
  return { ...written, exitCode };
}

test('reportError() tells people on standard error: 1 for what can be expected, 2 for a bug', () => {
  const stderr = 'error x not-installed\nhint: y\n';
  expect(report(known)).toEqual({ stdout: '', stderr, exitCode: 1 });
  expect(report(new TypeError('boom'))).toMatchObject({ stdout: '', exitCode: 2 });
});

test('reportError() tells machines on standard output, each on a line where there may be many', () => {
  const told = { error: { code: 'not-installed', message: 'x', hint: 'y' } };
  const json = report(known, ['--json']);
  expect(json).toMatchObject({ stderr: '', exitCode: 1 });
  expect(JSON.parse(json.stdout)).toEqual(told);
  expect(report(known, ['--watch', '--json']).stdout).toBe(`${JSON.stringify(told)}\n`);
  expect(report(known, ['--', '--json']).stdout).toBe('');
  expect(JSON.parse(report(new TypeError('boom'), ['--json']).stdout)).toMatchObject({
    error: { code: 'bug', message: 'boom' },
  });
});

test('reportError() colours a terminal unless --no-color is said, and keeps to its columns', () => {
  expect(report(known, [], true).stderr).toContain('\u001B[');
  const long = new RegistryError('usage', 'word '.repeat(20).trim());
  const { stderr } = report(long, ['--no-color'], true);
  expect(stderr).not.toContain('\u001B[');
  expect(Math.max(...stderr.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
});
