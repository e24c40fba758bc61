import { runProcess } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { ShellScript } from './shell-script.ts';

test('ShellScript() hands values over as they are, however many', async () => {
  const values = Array.from({ length: 12 }, (_, index) => `${index} $HOME \`id\` "'\\\n*`);
  const script = new ShellScript();
  script.add(`printf '<%s>' ${script.words(values)}`);
  const { stdout } = await runProcess(script.command('/bin/sh'));
  expect(stdout).toBe(values.map((value) => `<${value}>`).join(''));
});

test('ShellScript() ends with the first command that fails', async () => {
  const { stdout, exitCode } = await runProcess(
    new ShellScript().add('false', 'echo on').command('/bin/sh'),
  );
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
});
