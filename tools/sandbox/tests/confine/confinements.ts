import { join } from 'node:path';
import { type ProcessResult, runProcess, startProcess } from '@orchestra/testkit';
import type { ConfinedProgram } from '../../src/confine/confined-program.ts';
import type { Wall, WallKind } from '../../src/confine/find-wall.ts';

/** A wall that works here for a user, and programs behind it. */
export interface Confinement {
  /** Such as `unshare as nobody`. */
  name: string;
  kind: WallKind;
  /** Whether the host is root's. */
  asRoot: boolean;
  /** Runs a program behind the wall to its end. Node is there without being named. */
  run: (program: Confined, options?: { input?: string }) => Promise<ProcessResult>;
  /** The command of a host that runs it; it passes on what goes in and out. */
  command: (program: Confined) => string[];
}

type Confined = Omit<ConfinedProgram, 'node'>;

/** The host of {@link Confinement}, as a file. */
const host = join(import.meta.dirname, 'programs/host.ts');

const isRoot = process.getuid?.() === 0;
const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'];
const users = isRoot
  ? [
      { user: 'root', prefix: [] },
      { user: 'nobody', prefix: asNobody },
    ]
  : [{ user: 'this user', prefix: [] }];

/** What was tried, and the wall that came of it. */
export interface TriedWall {
  name: string;
  wall: Wall;
  confinement: Confinement;
}

/** All walls, tried for root and an ordinary user where these tests are root's, else for this user. */
export const triedWalls: readonly TriedWall[] = await Promise.all(
  (['unshare', 'bwrap'] as const).flatMap((kind) => users.map((user) => tryWall(kind, user))),
);

/** Those that work here. */
export const confinements: readonly Confinement[] = triedWalls
  .filter(({ wall, name }) => {
    if (wall.kind === 'none') {
      process.stderr.write(`NOT TESTED HERE: the wall ${name}: ${wall.why}. ${wall.hint}\n`);
    }
    return wall.kind !== 'none';
  })
  .map(({ confinement }) => confinement);

async function tryWall(
  kind: WallKind,
  { user, prefix }: { user: string; prefix: readonly string[] },
): Promise<TriedWall> {
  const name = `${kind} as ${user}`;
  const { stdout, stderr } = await runProcess([...prefix, process.execPath, host, 'find', kind]);
  const wall: Wall =
    stdout === ''
      ? { kind: 'none', why: `its host didn't run: ${stderr.slice(0, 500)}`, hint: '' }
      : JSON.parse(stdout);
  const command = (program: Confined) => [
    ...prefix,
    process.execPath,
    host,
    'run',
    kind,
    JSON.stringify({ node: process.execPath, ...program }),
  ];
  const confinement: Confinement = {
    name,
    kind,
    command,
    asRoot: user === 'root',
    run: (program, options) => runProcess(command(program), options),
  };
  return { name, wall, confinement };
}

/** Starts a program behind a wall, and tells the process ids of its host and of the wall once they run. */
export async function startHeld(confinement: Confinement, program: Confined) {
  const child = startProcess(confinement.command(program));
  const pids = await new Promise<{ host: number; wall: number }>((resolve, reject) => {
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
      const line = /^\{.*\}$/m.exec(stderr);
      if (line !== null) resolve(JSON.parse(line[0]));
    });
    child.on('exit', () => reject(new Error(`the host ended: ${stderr}`)));
  });
  return { child, ...pids };
}
