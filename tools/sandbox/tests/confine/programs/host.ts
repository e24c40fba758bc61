/**
 * A host for tests: starts a program behind a wall and passes on what goes in and out.
 *
 * `host.ts find KIND` prints the wall; `host.ts run KIND PROGRAM`, with the program as JSON, first writes
 * a line with the process ids of host and wall to standard error.
 */
import { pipeline } from 'node:stream';
import type { ConfinedProgram } from '../../../src/confine/confined-program.ts';
import { findWall, type WallKind } from '../../../src/confine/find-wall.ts';
import { startConfined } from '../../../src/confine/start-confined.ts';

const [task, kind = '', json = '{}'] = process.argv.slice(2);
const wall = await findWall({ only: kind as WallKind });
if (task === 'find') process.stdout.write(JSON.stringify(wall));
else {
  const child = startConfined(JSON.parse(json) as ConfinedProgram, wall);
  process.stderr.write(`${JSON.stringify({ host: process.pid, wall: child.pid })}\n`);
  pipeline(process.stdin, child.stdin, () => {});
  child.stdout.pipe(process.stdout);
  child.stderr.pipe(process.stderr);
  child.on('close', (code, signal) => {
    process.stdin.destroy();
    process.exitCode = signal === null ? (code ?? 1) : 128;
  });
}
