import { ChildProcess } from './child-parts/child-process.ts';
import { forkModule } from './child-parts/fork.ts';
import { splitArguments, toProgram } from './child-parts/program.ts';
import { runNow, type SpawnResult, requireSuccess } from './child-parts/run-now.ts';
import { collectProgram, startProgram } from './child-parts/run.ts';
import { promisify } from './util.ts';

type Back = (error: Error | null, stdout: unknown, stderr: unknown) => void;

/** `spawn`. */
export function spawn(file: unknown, ...given: unknown[]): ChildProcess {
  const { args, options } = splitArguments(given);
  const program = toProgram(file, { args, options });
  return startProgram(program, { api: 'child_process:spawn', caller: spawn, options });
}

/** `execFile`. */
export function execFile(file: unknown, ...given: unknown[]): ChildProcess {
  const last = given.at(-1);
  const callback = typeof last === 'function' ? (given.pop() as Back) : undefined;
  const { args, options } = splitArguments(given);
  const program = toProgram(file, { args, options });
  const shown = [String(file), ...args].join(' ');
  const start = { api: 'child_process:execFile', caller: execFile, options };
  return collectProgram(program, { ...start, callback, shown });
}

/** `exec`. */
export function exec(command: unknown, ...given: unknown[]): ChildProcess {
  const last = given.at(-1);
  const callback = typeof last === 'function' ? (given.pop() as Back) : undefined;
  const options = { ...Object(given[0]), shell: inShell(given[0]) };
  const program = toProgram(command, { args: [], options });
  const start = { api: 'child_process:exec', caller: exec, options };
  return collectProgram(program, { ...start, callback, shown: String(command) });
}

function inShell(options: unknown): unknown {
  const { shell } = Object(options) as { shell?: unknown };
  return typeof shell === 'string' ? shell : true;
}

/** `spawnSync`. */
export function spawnSync(file: unknown, ...given: unknown[]): SpawnResult {
  const { args, options } = splitArguments(given);
  const program = toProgram(file, { args, options });
  return runNow(program, { api: 'child_process:spawnSync', caller: spawnSync, options });
}

/** `execFileSync`. */
export function execFileSync(file: unknown, ...given: unknown[]): unknown {
  const { args, options } = splitArguments(given);
  const program = toProgram(file, { args, options });
  const api = 'child_process:execFileSync';
  const result = runNow(program, { api, caller: execFileSync, options });
  return requireSuccess(result, { shown: [String(file), ...args].join(' '), options });
}

/** `execSync`. */
export function execSync(command: unknown, given?: unknown): unknown {
  const options = { ...Object(given), shell: inShell(given) };
  const program = toProgram(command, { args: [], options });
  const result = runNow(program, { api: 'child_process:execSync', caller: execSync, options });
  return requireSuccess(result, { shown: String(command), options });
}

/** As `util.promisify` makes them: a promise that has the child as well. */
function promised(run: (...args: unknown[]) => ChildProcess) {
  return (...args: unknown[]): Promise<unknown> => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const child = run(...args, (error: Error | null, stdout: unknown, stderr: unknown) => {
      if (error === null) resolve({ stdout, stderr });
      else reject(error);
    });
    return Object.assign(promise, { child });
  };
}

for (const run of [exec, execFile]) {
  Object.defineProperty(run, promisify.custom, { value: promised(run), configurable: true });
}

/** `fork`. */
export function fork(module: unknown, ...given: unknown[]): ChildProcess {
  return forkModule(module, { ...splitArguments(given), caller: fork });
}

export { ChildProcess };
export default {
  ChildProcess,
  exec,
  execFile,
  execFileSync,
  execSync,
  fork,
  spawn,
  spawnSync,
};
