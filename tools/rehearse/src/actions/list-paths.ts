import { parseValue } from '@orchestra/core';
import { runProcess } from '@orchestra/testkit';
import { Type } from 'typebox';
import type { Runner, Started } from './run.ts';

const PushSchema = Type.Object({ before: Type.String(), after: Type.String() });
const PullSchema = Type.Object({
  pull_request: Type.Object({
    base: Type.Object({ sha: Type.String() }),
    number: Type.Integer(),
  }),
});

/** Lists the paths that a push or pull request changes, for the path filters of workflows. */
export async function listPaths({ payload }: Started, runner: Runner): Promise<string[]> {
  const push = parseValue(PushSchema, payload);
  const pull = parseValue(PullSchema, payload);
  if (pull.ok) {
    const { base, number } = pull.value.pull_request;
    return differing(`${base.sha}...refs/pull/${number}/head`, runner);
  }
  return push.ok ? differing(`${push.value.before}..${push.value.after}`, runner) : [];
}

async function differing(range: string, { directory }: Runner): Promise<string[]> {
  const command = ['git', '-C', directory, 'diff', '--name-only', '-z', range];
  const { exitCode, stdout, stderr } = await runProcess(command);
  if (exitCode !== 0) throw new Error(stderr);
  return stdout.split('\0').filter((path) => path !== '');
}
