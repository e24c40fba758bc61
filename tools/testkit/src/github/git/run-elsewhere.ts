import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RunnerAnswer, RunnerRequest } from './git-runner.ts';

const program = fileURLToPath(new URL('./git-runner.ts', import.meta.url));
const waiting = new Map<number, (answer: RunnerAnswer) => void>();
let runner: ChildProcess | null = null;
let last = 0;

/** Runs git from a small process of its own, which is started at the first call and ends with this one. */
export async function runElsewhere(call: Omit<RunnerRequest, 'id'>): Promise<{
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}> {
  runner ??= startRunner();
  const id = (last += 1);
  const answered = new Promise<RunnerAnswer>((resolve) => waiting.set(id, resolve));
  runner.channel?.ref();
  runner.send({ ...call, id } satisfies RunnerRequest);
  const answer = await answered;
  if ('failure' in answer) throw new Error(answer.failure);
  const { exitCode, stdout, stderr } = answer;
  return {
    exitCode,
    stdout: Buffer.from(stdout.buffer, stdout.byteOffset, stdout.byteLength),
    stderr: Buffer.from(stderr).toString('utf8').trim(),
  };
}

function startRunner(): ChildProcess {
  const started = fork(program, { serialization: 'advanced', execArgv: [] });
  started.on('message', (answer: RunnerAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
    if (waiting.size === 0) started.channel?.unref();
  });
  started.on('exit', () => {
    runner = null;
    for (const [id, resolve] of waiting) resolve({ id, failure: 'The runner of git ended.' });
    waiting.clear();
  });
  started.unref();
  return started;
}
