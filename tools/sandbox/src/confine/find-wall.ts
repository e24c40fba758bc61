import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { ConfinedProgram } from './confined-program.ts';
import { type ConfinementTool, findConfinementTool } from './confinement-tools.ts';
import { explainMissingWall } from './explain-missing-wall.ts';
import { startConfined } from './start-confined.ts';

/** How a program is kept from the system. */
export type WallKind = 'bwrap' | 'unshare' | 'none';

/** A way of keeping programs from the system that works here. */
export interface Wall {
  kind: WallKind;
  /** Where the kind is `none`: why, for people. */
  why?: string;
  /** What to do about that. */
  hint?: string;
  /** Whether bwrap is older than 0.8: it can't keep programs from making user namespaces. */
  older?: boolean;
}

const found = new Map<WallKind | 'any', Promise<Wall>>();

/**
 * The best wall that works here, or of the kind that is asked for: each is tried with a process that does
 * nothing. Remembered for the life of this process.
 *
 * `unshare` comes first. It leaves nothing behind the wall but the program: no loopback, no `prlimit`, and
 * no process with the same rights that would have to end it. For root, it shows files that root alone can
 * reach, though the program is nobody's. Some systems allow bubblewrap what they forbid all other programs.
 */
export function findWall({ only }: { only?: WallKind } = {}): Promise<Wall> {
  const key = only ?? 'any';
  const wall = found.get(key) ?? chooseWall(tryWall, only);
  found.set(key, wall);
  return wall;
}

/**
 * Tries walls, the best first, until one works.
 *
 * @param tryOne says why one doesn't work; undefined where it does
 */
export async function chooseWall(
  tryOne: (wall: Wall) => Promise<string | undefined>,
  only?: WallKind,
): Promise<Wall> {
  if (only === 'none') return { kind: 'none', why: 'it was asked for' };
  const order: Wall[] = [{ kind: 'unshare' }, { kind: 'bwrap' }, { kind: 'bwrap', older: true }];
  const failures = new Map<WallKind, string>();
  for (const wall of process.platform === 'linux' ? order : []) {
    if (only !== undefined && wall.kind !== only) continue;
    const failure = whatLacks(wall) ?? (await tryOne(wall).catch(String));
    if (failure === undefined) return wall;
    if (failure !== '') failures.set(wall.kind, failure);
  }
  return { kind: 'none', ...explainMissingWall(failures) };
}

/** What Node says of itself before it starts: all that it is made of has to be there for it. */
const probe: ConfinedProgram = {
  node: process.execPath,
  script: process.execPath, // it isn't read
  nodeArgs: ['--version'],
};

/** What isn't installed that a wall is made with: nothing, where it is no loss; undefined where all is there. */
function whatLacks({ kind }: Wall): string | undefined {
  const missing = tools[kind].filter((tool) => findConfinementTool(tool) === undefined);
  if (missing.length === 0) return undefined;
  return kind === 'bwrap' ? '' : `${missing.join(', ')} not installed`;
}

/** What was printed where a wall doesn't work here; undefined where it works. */
async function tryWall(wall: Wall): Promise<string | undefined> {
  const child = startConfined(probe, wall);
  child.stdin.on('error', () => {}).end();
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return stdout.trim() === process.version ? undefined : stderr.trim() || 'it printed nothing';
}

const tools: Readonly<Record<WallKind, readonly ConfinementTool[]>> = {
  bwrap: ['bwrap', 'prlimit', 'setpriv'],
  unshare: [
    'chroot',
    'mkdir',
    'mount',
    'pivot_root',
    'prlimit',
    'setpriv',
    'sh',
    'umount',
    'unshare',
  ],
  none: [],
};
