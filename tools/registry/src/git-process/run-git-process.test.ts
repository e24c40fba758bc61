import { runProcess } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { runElsewhere } from './run-elsewhere.ts';
import { runHere } from './run-here.ts';

const env = { PATH: process.env['PATH'] };
const call = (args: string[], input: string | Uint8Array = '') => ({ args, input, env });
/** Every byte, twice over. */
const bytes = Uint8Array.from({ length: 512 }, (_, at) => at % 256);
const hash = call(['hash-object', '--stdin'], bytes);

test.each([
  ['here', runHere],
  ['elsewhere', runElsewhere],
])('a program that runs %s is given its input, and tells how it ended', async (_, run) => {
  const [hashed, refused] = await Promise.all([run(hash), run(call(['no-such-command']))]);
  expect(text(hashed)).toEqual({
    exitCode: 0,
    stdout: '553a99f955221f149c3a4ee0df0b19c117d744bf\n',
    stderr: '',
  });
  expect(text(refused)).toMatchObject({ exitCode: 1, stdout: '' });
  expect(text(refused).stderr).toContain("'no-such-command' is not a git command");
  await expect(run({ ...hash, env: { PATH: '/nowhere' } })).rejects.toThrow('ENOENT');
});

test('many run elsewhere at once, and each has its own end', async () => {
  const inputs = Array.from({ length: 20 }, (_, at) => 'x'.repeat(at));
  const ends = await Promise.all(
    inputs.map((input) => runElsewhere(call(['stripspace'], input)).then(text)),
  );
  expect(ends.map(({ stdout }) => stdout.trimEnd())).toEqual(inputs);
});

test.skipIf(process.platform !== 'linux')(
  'where the small process is killed, its calls fail, and later ones have another',
  async () => {
    const killed = `alias.kill=!kill -9 $(cut -d ' ' -f 4 /proc/$PPID/stat)`;
    await expect(runElsewhere(call(['-c', killed, 'kill']))).rejects.toThrow('ended');
    expect(text(await runElsewhere(hash))).toMatchObject({ exitCode: 0 });
  },
);

test('the small process keeps no other from its end', async () => {
  const module = new URL('./run-elsewhere.ts', import.meta.url).href;
  const code = `const { runElsewhere } = await import(${JSON.stringify(module)});
    const end = await runElsewhere({ args: ['--version'], input: '', env: process.env });
    console.log(Buffer.from(end.stdout).toString());`;
  const ended = await runProcess([process.execPath, '--input-type=module', '--eval', code]);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(ended.stdout).toMatch(/^git version/);
});

function text(end: Awaited<ReturnType<typeof runHere>>) {
  const decode = (output: Uint8Array) => new TextDecoder().decode(output);
  return { exitCode: end.exitCode, stdout: decode(end.stdout), stderr: decode(end.stderr) };
}
