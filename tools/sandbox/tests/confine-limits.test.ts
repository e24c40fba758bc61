import { chmod, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { startProcess } from '@orchestra/testkit';
import { describe, expect, test } from 'vitest';
import { confinements } from './confine/confinements.ts';
import { makeReadableFolder } from './confine/make-readable-folder.ts';
import { makeSyscallProgram } from './confine/make-syscall-program.ts';

/** Starts what it is given, again and again, and says how often it could. */
const multiply = `
const { spawn } = require('node:child_process');
const [command, ...args] = process.argv.slice(2);
let count = 0;
(function next() {
  const child = spawn(command, args, { stdio: 'inherit' });
  child.on('error', (error) => {
    process.stdout.write(JSON.stringify({ count, code: error.code }), () => process.exit());
  });
  child.on('spawn', () => { count += 1; if (count < 500) next(); });
})();
`;

/** Takes memory as long as there is some. */
const grow = `
const taken = [];
process.on('exit', () => require('node:fs').writeSync(1, String(taken.length)));
for (;;) taken.push(new ArrayBuffer(256 * 1024 * 1024));
`;

const flood = `
const line = 'x'.repeat(1024 * 1024);
(function more() { process.stdout.write(line, more); })();
`;

const isolate = `
const ivm = require(process.argv[2]);
const isolate = new ivm.Isolate({ memoryLimit: 32 });
const context = isolate.createContextSync();
const sum = context.evalSync('[1, 2, 3].reduce((a, b) => a + b)');
const seen = context.evalSync('typeof process + typeof require');
console.log(JSON.stringify({ sum, seen }));
`;

describe.each(confinements)('$name', (confinement) => {
  test('there may be no more than so many processes, and all end with the first', async () => {
    await using folder = await makeReadableFolder({
      'multiply.cjs': multiply,
      'wait.node': makeSyscallProgram({ number: 34, args: [] }), // pause
    });
    await chmod(folder.join('wait.node'), 0o755);
    const node = [process.execPath, '-e', 'setInterval(() => {}, 1e6)'];
    const { stdout, stderr } = await confinement.run({
      script: folder.join('multiply.cjs'),
      args: process.arch === 'x64' ? [folder.join('wait.node')] : node,
      readable: [folder.join('wait.node')],
    });
    const told = stdout === '' ? stderr : JSON.parse(stdout);
    expect(told).toEqual({ count: expect.any(Number), code: 'EAGAIN' });
    expect(told.count).toBeLessThan(64);
  });

  test('what takes too much memory ends, before it has it', async () => {
    await using folder = await makeReadableFolder({ 'grow.cjs': grow });
    const program = { script: folder.join('grow.cjs'), addressSpaceBytes: 3 * 1024 ** 3 };
    const { stdout, exitCode } = await confinement.run(program);
    expect(exitCode).not.toBe(0);
    expect(Number(stdout)).toBeLessThan(12);
  });

  test('what never stops writing waits for its reader, and ends with it', async () => {
    await using folder = await makeReadableFolder({ 'flood.cjs': flood });
    const child = startProcess(confinement.command({ script: folder.join('flood.cjs') }));
    let length = 0;
    let status = '';
    for await (const chunk of child.stdout) {
      length += chunk.length;
      if (length <= 20_000_000) continue;
      // before the pipe is closed, which ends the process
      status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      break;
    }
    expect(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])).toBeLessThan(300_000);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) {
      await new Promise((resolve) => child.once('exit', resolve));
    }
  });

  test('isolated-vm runs behind the wall', async () => {
    const require = createRequire(import.meta.url);
    const entry = require.resolve('isolated-vm');
    const build = createRequire(entry).resolve('node-gyp-build');
    const addon: string = createRequire(entry)('node-gyp-build').path(dirname(entry));
    await using folder = await makeReadableFolder({ 'isolate.cjs': isolate });
    const { stdout, stderr } = await confinement.run({
      script: folder.join('isolate.cjs'),
      args: [entry],
      readable: [dirname(entry), dirname(build), addon],
    });
    expect(stdout === '' ? stderr : JSON.parse(stdout)).toEqual({
      sum: 6,
      seen: 'undefinedundefined',
    });
  });
});
