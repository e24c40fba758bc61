import { spawn } from 'node:child_process';

/** A call of git. */
export interface GitProcessCall {
  args: readonly string[];
  input: string | Uint8Array;
  /** The whole environment. */
  env: Readonly<Record<string, string | undefined>>;
}

/** How a call ended. */
export interface GitProcessEnd {
  exitCode: number;
  stdout: Uint8Array;
  stderr: Uint8Array;
}

/** Runs git as a child of this process. @throws Error where it can't be started */
export function runHere(call: GitProcessCall): Promise<GitProcessEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', call.args, { env: call.env, stdio: 'pipe' });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) =>
      resolve({
        exitCode: exitCode ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr),
      }),
    );
    child.stdin.on('error', () => {}); // git ended early, and its exit code is handled
    child.stdin.end(call.input);
  });
}
