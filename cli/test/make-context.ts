import { PassThrough } from 'node:stream';
import type { CommandContext } from '../src/command.ts';

/** The context of a command that a test runs in its own process; nobody reads what it prints. */
export function makeCommandContext(known: Partial<CommandContext>): CommandContext {
  const cwd = known.cwd ?? known.home ?? '/';
  return {
    cwd,
    env: {},
    userHome: cwd,
    home: cwd,
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    fetch: (...request) => fetch(...request),
    now: () => new Date(),
    takeStop: async () => new AbortController().signal,
    startAgain: async () => {},
    registry: 'http://127.0.0.1:1',
    json: false,
    colour: false,
    yes: false,
    orchestraVersion: '1.0.0',
    ...known,
  };
}
