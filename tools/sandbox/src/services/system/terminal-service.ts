import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { ServiceError } from '../service-error.ts';
import type { TerminalService } from '../services.ts';
import { endGroup, startProgram } from './run-process-group.ts';
import { minimalEnvironment, type ProgramSettings, requireConsent } from './system-service.ts';

/** What a terminal printed: as text, of both of its outputs. */
export type TerminalOutput = (of: { id: number; name: string }, text: string) => void;

const maxTerminals = 20;

/**
 * Terminals without a screen: a shell of the person's that reads what is typed, started once they were asked
 * for it. What it prints is handed on.
 */
export function makeTerminalService(
  settings: ProgramSettings & { onOutput: TerminalOutput },
): TerminalService & { close(): void } {
  const shells = new Map<number, ChildProcessWithoutNullStreams>();
  const find = (id: number) => {
    const shell = shells.get(id);
    if (shell !== undefined) return shell;
    throw new ServiceError('not-found', 'The terminal is closed');
  };
  return {
    create: async (id, options, onClose) => {
      if (shells.size >= maxTerminals) {
        throw new ServiceError('too-many', `At most ${maxTerminals} terminals may be open at once`);
      }
      const shell = await startShell(settings, options);
      const name = options.name ?? `Terminal ${id}`;
      shells.set(id, shell);
      for (const stream of [shell.stdout, shell.stderr]) {
        stream
          .setEncoding('utf8')
          .on('data', (text: string) => settings.onOutput({ id, name }, text));
      }
      shell.stdin.on('error', () => {}); // it has ended
      shell.on('close', (code) => {
        shells.delete(id);
        onClose(code ?? undefined);
      });
      return { name };
    },
    sendText: (id, text, { execute }) =>
      Promise.try(() => void find(id).stdin.write(execute ? `${text}\n` : text)),
    show: (id) => Promise.try(() => void find(id)),
    dispose: (id) => {
      const shell = shells.get(id);
      if (shell !== undefined) endGroup(shell, 'SIGKILL'); // shells take no notice of SIGTERM
      return Promise.resolve();
    },
    close: () => shells.forEach((shell) => endGroup(shell, 'SIGKILL')),
  };
}

async function startShell(
  settings: ProgramSettings,
  options: { cwd?: string; env?: Record<string, string> },
): Promise<ChildProcessWithoutNullStreams> {
  const cwd = await settings.findFolder(options.cwd);
  const own = process.platform === 'win32' ? settings.env['ComSpec'] : settings.env['SHELL'];
  const command = own ?? (process.platform === 'win32' ? 'cmd.exe' : '/bin/sh');
  const env = options.env ?? {};
  await requireConsent(settings.ask, { command, args: [], cwd, env: { ...env } });
  return startProgram({
    command,
    args: [],
    cwd,
    env: { ...minimalEnvironment(settings.env), ...env },
  });
}
