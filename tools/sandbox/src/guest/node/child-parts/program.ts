import { nodeError, wrongType } from '../node-error.ts';
import { toPath } from '../fs-parts/paths.ts';
import { env as ambient, ownEnvironment, platform } from '../process.ts';

/** What is to be run, as its host is told. */
export interface Program {
  /** As it was asked for, for errors. */
  shown: string;
  file: string;
  args: string[];
  options: { cwd?: string; env?: Record<string, string> };
}

type Options = Record<string, unknown>;

/** Splits `(file, args?, options?)`, of which each but the first may be left out. */
export function splitArguments(given: readonly unknown[]): { args: string[]; options: Options } {
  const [first, second] = given;
  const list = Array.isArray(first) ? first : [];
  const options = Array.isArray(first) || first === undefined || first === null ? second : first;
  if (options !== undefined && options !== null && typeof options !== 'object') {
    throw wrongType('options', 'of type object', options);
  }
  return { args: list.map(String), options: { ...options } };
}

/** A program with its arguments, or what a shell makes of them where one is asked for. */
export function toProgram(
  file: unknown,
  { args, options }: { args: string[]; options: Options },
): Program {
  if (typeof file !== 'string') throw wrongType('file', 'of type string', file);
  if (file === '') {
    const message = "The argument 'file' cannot be empty. Received ''";
    throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', message);
  }
  const { shell } = options;
  const shared = { shown: file, options: toShared(options) };
  if (shell === undefined || shell === null || shell === false) return { ...shared, file, args };
  const command = [file, ...args].join(' ');
  if (platform === 'win32') {
    const inShell = typeof shell === 'string' ? shell : 'cmd.exe';
    return { ...shared, file: inShell, args: ['/d', '/s', '/c', `"${command}"`] };
  }
  return { ...shared, file: typeof shell === 'string' ? shell : '/bin/sh', args: ['-c', command] };
}

function toShared({ cwd, env }: Options): Program['options'] {
  const set = ownEnvironment(typeof env === 'object' && env !== null ? env : ambient);
  return {
    ...(cwd !== undefined && cwd !== null && { cwd: toPath(cwd, 'options.cwd') }),
    ...(Object.keys(set).length > 0 && { env: set }),
  };
}

/** Names by which programs are told to end. */
export type SignalName = 'SIGTERM' | 'SIGKILL' | 'SIGINT' | 'SIGHUP' | 'SIGQUIT';

const numbers: Readonly<Record<string, SignalName>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  9: 'SIGKILL',
  15: 'SIGTERM',
};

/** @throws TypeError `ERR_UNKNOWN_SIGNAL` */
export function toSignal(given: unknown): SignalName {
  if (given === undefined || given === null) return 'SIGTERM';
  const text = String(given).toUpperCase();
  const found = numbers[text] ?? Object.values(numbers).find((name) => name === text);
  if (found !== undefined) return found;
  throw nodeError(TypeError, 'ERR_UNKNOWN_SIGNAL', `Unknown signal: ${String(given)}`);
}

/** What Node tells where a program can't be started. What the gate refuses stays as it is. */
export function toSpawnError(thrown: unknown, program: Program, syscall = 'spawn'): Error {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const [code, errno] = codes[String(Reflect.get(error, 'code'))] ?? [];
  if (code === undefined) return error;
  const told = `${syscall} ${program.file}`;
  return Object.assign(new Error(`${told} ${code}`, { cause: error }), {
    errno,
    code,
    syscall: told,
    path: program.file,
    spawnargs: program.args,
  });
}

const codes: Readonly<Record<string, readonly [string, number]>> = {
  'not-found': ['ENOENT', -2],
  'not-a-directory': ['ENOTDIR', -20],
  'outside-workspace': ['EACCES', -13],
  'no-access': ['EACCES', -13],
  'too-many': ['EAGAIN', -11],
};
