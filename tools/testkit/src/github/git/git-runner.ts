import { spawn } from 'node:child_process';

/** A command that {@link runCommand} runs here. */
export interface RunnerRequest {
  id: number;
  args: readonly string[];
  input: string | Uint8Array;
  env: Readonly<Record<string, string | undefined>>;
}

/** How the command with that id ended; with a message where it couldn't be started. */
export type RunnerAnswer =
  | { id: number; exitCode: number; stdout: Uint8Array; stderr: Uint8Array }
  | { id: number; failure: string };

// Runs git for a larger process: to start a program, the system copies the tables of all memory of whoever starts
// it, which takes a process of half a gigabyte twenty times as long as this one.
process.on('message', (request: RunnerRequest) => {
  const child = spawn('git', request.args, { env: request.env, stdio: 'pipe' });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const answer = (answered: RunnerAnswer) => process.send?.(answered);
  child.on('error', ({ message }) => answer({ id: request.id, failure: message }));
  child.on('close', (exitCode) =>
    answer({
      id: request.id,
      exitCode: exitCode ?? 1,
      stdout: Buffer.concat(stdout),
      stderr: Buffer.concat(stderr),
    }),
  );
  child.stdin.on('error', () => {}); // git ended early: its exit code says why
  child.stdin.end(request.input);
});
