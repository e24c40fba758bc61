import { ServiceError } from '../service-error.ts';
import type { SystemService } from '../services.ts';
import { runProcessGroup } from './run-process-group.ts';
import { startRunningProgram } from './running-program.ts';

/** What a person is asked before a program runs. */
export interface ProgramQuestion {
  command: string;
  args: string[];
  /** Absolute. */
  cwd: string;
  /** What the extension sets: such as `PATH`, which says what a name stands for. */
  env: Record<string, string>;
}

/** @returns false where the person refuses */
export type AskProgram = (question: ProgramQuestion) => Promise<boolean>;

/** What programs of an extension start with. */
export interface ProgramSettings {
  ask: AskProgram;
  /** Environment of this process; of it they get what is needed to find programs and a home. */
  env: Readonly<Record<string, string | undefined>>;
  /** The folder in the workspace that a path names; the workspace where it is absent. */
  findFolder(path: string | undefined): Promise<string>;
}

const maxOutput = 4_000_000;
const passed =
  'PATH HOME USER LOGNAME LANG LC_ALL LC_CTYPE TZ TMPDIR TEMP TMP SystemRoot ComSpec PATHEXT USERPROFILE APPDATA LOCALAPPDATA'.split(
    ' ',
  );

/** Of an environment what programs need; no tokens that stand in others. */
export function minimalEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const made: Record<string, string> = {};
  for (const name of passed) if (env[name] !== undefined) made[name] = env[name];
  return made;
}

/** @throws ServiceError `refused-by-person`, `invalid-argument` */
export async function requireConsent(ask: AskProgram, question: ProgramQuestion): Promise<void> {
  const texts = [question.command, ...question.args, ...Object.entries(question.env).flat()];
  if (question.command === '' || texts.some((text) => text.includes('\0'))) {
    throw new ServiceError('invalid-argument', 'A program needs a name, and texts without NUL');
  }
  if (await ask(question)) return;
  throw new ServiceError(
    'refused-by-person',
    `'${question.command}' may not be run: it was refused`,
  );
}

/** Programs, each after a person was asked. They run in the workspace, but may do all that the person may. */
export function makeSystemService(
  settings: ProgramSettings,
): SystemService & { close(): Promise<void> } {
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  const prepare = async (
    command: string,
    args: readonly string[],
    { cwd: folder, env = {} }: { cwd?: string; env?: Record<string, string> },
  ) => {
    const cwd = await settings.findFolder(folder);
    await requireConsent(settings.ask, { command, args: [...args], cwd, env: { ...env } });
    return { command, args, cwd, env: { ...minimalEnvironment(settings.env), ...env } };
  };
  return {
    exec: async (command, args, options, signal) => {
      const program = await prepare(command, args, options);
      const run = runProcessGroup({
        ...program,
        signal: AbortSignal.any([signal, closing.signal]),
        maxOutput,
        ...(options.input !== undefined && { input: options.input }),
        ...(options.timeout !== undefined && { timeout: options.timeout }),
      });
      running.add(run);
      const end = await run.finally(() => running.delete(run));
      return {
        exitCode: end.exitCode,
        stdout: end.stdout.toString(),
        stderr: end.stderr.toString(),
      };
    },
    start: async (command, args, options, signal) => {
      const program = await prepare(command, args, options);
      return startRunningProgram(program, AbortSignal.any([signal, closing.signal]));
    },
    platform: platformOf(process.platform),
    close: async () => {
      closing.abort();
      await Promise.allSettled(running);
    },
  };
}

function platformOf(name: NodeJS.Platform): SystemService['platform'] {
  return name === 'darwin' || name === 'win32' ? name : 'linux';
}
