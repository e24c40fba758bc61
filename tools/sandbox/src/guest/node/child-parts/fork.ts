import { guest } from 'orchestra:api';
import { toPath, toText } from '../fs-parts/paths.ts';
import { nodeError } from '../node-error.ts';
import { resolve, sep } from '../path.ts';
import { cwd, execPath } from '../process.ts';
import type { ChildProcess } from './child-process.ts';
import { toProgram } from './program.ts';
import { startProgram } from './run.ts';

/**
 * Runs a module as a process of its own: one of the extension confined, with a channel; any other as the program
 * that it is, which has none.
 */
export function forkModule(
  given: unknown,
  {
    args,
    options,
    caller,
  }: { args: string[]; options: Record<string, unknown>; caller: (...args: never[]) => unknown },
): ChildProcess {
  const folder = options['cwd'] === undefined ? cwd() : toPath(options['cwd'], 'options.cwd');
  const module = resolve(folder, toText(given, 'modulePath'));
  const stdio = toStdio(options);
  const flags = Array.isArray(options['execArgv']) ? options['execArgv'].map(String) : [];
  if (!isOfExtension(module)) {
    const program = toProgram(execPath, { args: [...flags, module, ...args], options });
    return startProgram(program, {
      api: 'child_process:spawn',
      caller,
      options: { ...options, stdio },
    });
  }
  const program = toProgram(module, { args, options: { ...options, shell: false } });
  return startProgram(program, {
    api: 'child_process:fork',
    caller,
    options: { ...options, stdio },
    module: { flags },
  });
}

/** The host looks again, where links lead as well. */
function isOfExtension(path: string): boolean {
  const folder = guest.paths.extensionPath;
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function toStdio({ stdio, silent }: Record<string, unknown>): unknown {
  if (typeof stdio === 'string') return [stdio, stdio, stdio, 'ipc'];
  if (!Array.isArray(stdio)) {
    return silent === true
      ? ['pipe', 'pipe', 'pipe', 'ipc']
      : ['ignore', 'inherit', 'inherit', 'ipc'];
  }
  if (stdio.includes('ipc')) return stdio;
  const message = "Forked processes must have an IPC channel, missing value 'ipc' in options.stdio";
  throw nodeError(Error, 'ERR_CHILD_PROCESS_IPC_REQUIRED', message);
}
