import { guest } from 'orchestra:api';
import { EventEmitter } from '@jspm/core/nodelibs/events';

const begun = performance.now();
const { rootPath } = guest.state.workspace;
let folder = rootPath ?? guest.paths.globalStoragePath;

const resolved = Promise.resolve();

/** Runs a function once the code that runs now has ended. */
export function nextTick(callback: (...args: unknown[]) => void, ...args: unknown[]): void {
  void resolved.then(() => {
    try {
      callback(...args);
    } catch (error) {
      guest.report(error);
    }
  });
}

/** Where relative paths begin: the workspace, until another folder is set. */
export const cwd = () => folder;

/** Sets where relative paths begin. */
export function chdir(to: string): void {
  folder = to;
}

function hrtimeOf(before?: [number, number]): [number, number] {
  const now = performance.now() - begun;
  const seconds = Math.floor(now / 1_000) - (before?.[0] ?? 0);
  const nanoseconds = Math.round((now % 1_000) * 1e6) - (before?.[1] ?? 0);
  return nanoseconds < 0 ? [seconds - 1, nanoseconds + 1e9] : [seconds, nanoseconds];
}

/** Time since some moment, as seconds and nanoseconds. */
export const hrtime = Object.assign(hrtimeOf, {
  bigint: () => BigInt(Math.round((performance.now() - begun) * 1e6)),
});

const stream = (level: string) => ({
  isTTY: false,
  writable: true,
  write: (text: unknown) => {
    guest.link.log(level, String(text).replace(/\n$/, ''), '');
    return true;
  },
});

const given: Readonly<Record<string, string>> = {
  HOME: guest.paths.globalStoragePath,
  LANG: 'en_US.UTF-8',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  TMPDIR: guest.paths.globalStoragePath,
  USER: 'user',
};

/** Of an environment, what isn't made up: programs get the rest from their host. */
export function ownEnvironment(env: object): Record<string, string> {
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && given[name] !== value) set[name] = String(value);
  }
  return set;
}

const nobody = () => 1_000;
const input = new EventEmitter();
const itself = () => input;

const process = Object.assign(new EventEmitter(), {
  allowedNodeEnvironmentFlags: new Set<string>(),
  arch: 'x64',
  argv: ['node', 'extension'],
  argv0: 'node',
  chdir,
  cwd,
  env: { ...given } as Record<string, string | undefined>,
  execArgv: [],
  execPath: 'node',
  exitCode: undefined,
  features: {},
  getegid: nobody,
  geteuid: nobody,
  getgid: nobody,
  getgroups: () => [],
  getuid: nobody,
  hrtime,
  memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
  nextTick,
  pid: 1,
  platform: guest.state.platform,
  config: { target_defaults: {}, variables: {} },
  cpuUsage: () => ({ user: 0, system: 0 }),
  emitWarning: (warning: unknown) => guest.link.log('warn', String(warning), ''),
  ppid: 0,
  release: { name: 'node' },
  stderr: stream('error'),
  stdin: Object.assign(input, {
    fd: 0,
    isTTY: false,
    pause: itself,
    resume: itself,
    setEncoding: itself,
  }),
  stdout: stream('log'),
  title: 'extension',
  umask: () => 0o22,
  uptime: () => (performance.now() - begun) / 1_000,
  version: nodeFacts.version,
  versions: { node: nodeFacts.version.slice(1) },
});
// libraries know Node by it
Object.defineProperty(process, Symbol.toStringTag, { value: 'process', configurable: true });

export const { arch, argv, argv0, emitWarning, env, execArgv, execPath } = process;
export const { allowedNodeEnvironmentFlags, config, cpuUsage, exitCode, features } = process;
export const { getegid, geteuid, getgid, getgroups, getuid, stdin } = process;
export const { memoryUsage, pid, platform, ppid, release, stderr, stdout, title } = process;
export const { umask, uptime, version, versions } = process;
export { process as p };
export default process;
