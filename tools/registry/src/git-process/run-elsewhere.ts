import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RunnerAnswer, RunnerRequest } from './git-runner.ts';
import type { GitProcessCall, GitProcessEnd } from './run-here.ts';

const program = fileURLToPath(new URL('./git-runner.ts', import.meta.url));
const waiting = new Map<number, (answer: RunnerAnswer) => void>();
let runner: ChildProcess | null = null;
let last = 0;

/**
 * Runs git from a small process, which is started at the first call and ends with this one.
 *
 * @throws Error where git can't be started, or that process has ended
 */
export async function runElsewhere(call: GitProcessCall): Promise<GitProcessEnd> {
  runner ??= startRunner();
  const id = (last += 1);
  const answered = new Promise<RunnerAnswer>((resolve) => waiting.set(id, resolve));
  runner.channel?.ref();
  runner.send({ ...call, id } satisfies RunnerRequest);
  const answer = await answered;
  if ('failure' in answer) throw new Error(answer.failure);
  return answer;
}

function startRunner(): ChildProcess {
  const started = fork(program, {
    serialization: 'advanced',
    execArgv: [],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  started.on('message', (answer: RunnerAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
    if (waiting.size === 0) started.channel?.unref();
  });
  const end = () => {
    if (runner !== started) return;
    runner = null;
    for (const [id, resolve] of waiting) resolve({ id, failure: 'The runner of git ended.' });
    waiting.clear();
  };
  started.on('exit', end).on('error', end);
  started.unref();
  return started;
}
