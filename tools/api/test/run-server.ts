import { keptEnvironment, makeFolder, runProcess } from '@orchestra/testkit';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** `npm run api`, in a process of its own. */
export interface ServerProcess extends AsyncDisposable {
  child: ChildProcess;
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Everything that it has printed, one line of JSON each. */
  logged(): string;
}

const program = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
const projectIndex = fileURLToPath(new URL('../../../registry-index', import.meta.url));

/** Makes a repository of an index without extensions. */
export async function makeIndex() {
  const folder = await makeFolder();
  const git = (...args: string[]) => runProcess(['git', ...args], { cwd: folder.path });
  await runProcess(['cp', '-r', projectIndex, folder.path]);
  await git('init', '--quiet', '-b', 'main');
  await git('add', '--all');
  const author = ['-c', 'user.name=tidewater', '-c', 'user.email=1@users.noreply.github.com'];
  await git(...author, 'commit', '--quiet', '-m', 'Begin');
  return folder;
}

/** Runs the server to where it listens. */
export async function runServer(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [program, '--port', '0'], {
    env: { ...keptEnvironment, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let logged = '';
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      logged += text;
      const found = /"origin":"([^"]+)"/.exec(logged)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', () => reject(new Error(`The server ended:\n${logged}`)));
  });
  return {
    child,
    origin,
    logged: () => logged,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
