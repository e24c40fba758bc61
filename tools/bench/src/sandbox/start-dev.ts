import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startProcess } from '@orchestra/testkit';

/** `orchestra ext dev` at work. */
export interface RunningDev {
  /** Waits until the next build is ready. @throws Error where the program ends or a build fails */
  ready(): Promise<void>;
  /** Ends the program and waits for that. */
  stop(): Promise<void>;
}

/** Starts `orchestra ext dev --watch` on a folder. @param cli path of the bundled CLI */
export function startDev(cli: string, folder: string): RunningDev {
  const child = startProcess([process.execPath, cli, 'ext', 'dev', '--watch', '--json'], {
    cwd: folder,
  });
  const closed = once(child, 'close');
  child.stderr.resume();
  child.stdin.end();
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ready() {
      for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
        const { type } = JSON.parse(line.value);
        if (type === 'ready') return;
        if (type === 'build-failed') throw new Error(`dev could not build: ${line.value}`);
      }
      throw new Error('dev ended before it was ready');
    },
    async stop() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
