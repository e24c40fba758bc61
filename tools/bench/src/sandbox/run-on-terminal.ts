import { once } from 'node:events';
import { startProcess } from '@orchestra/testkit';

/** A program on a terminal. */
export interface OnTerminal {
  /** Waits until a text stands there. @throws Error where the program ends before */
  shown(text: string): Promise<void>;
  /** Ends the program and waits for that. */
  stop(): Promise<void>;
}

/** Starts `orchestra ext dev --run` on a terminal, by `script` of util-linux. @param cli path of the bundled CLI */
export function runOnTerminal(cli: string, folder: string, command: string): OnTerminal {
  const typed = `exec "${process.execPath}" "${cli}" ext dev --run ${command}`;
  const child = startProcess(['script', '-qfec', typed, '/dev/null'], { cwd: folder });
  const closed = once(child, 'close');
  child.stderr.resume();
  return {
    async shown(text) {
      let seen = '';
      for await (const part of child.stdout) {
        seen += String(part);
        if (seen.includes(text)) return;
      }
      throw new Error(`dev ended before it showed: ${text}`);
    },
    async stop() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
