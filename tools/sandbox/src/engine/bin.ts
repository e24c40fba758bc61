import type ivm from 'isolated-vm';
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { EngineEndMessage, LoadMessage } from '../protocol/messages.ts';
import { GuestScript } from './guest-script.ts';
import { IsolateRun, type RunFailure } from './isolate-run.ts';
import { readHead, readLoad, readSetup } from './read-host-line.ts';

/*
 * The program of an engine process. It has no authority: it reads lines from its standard input, runs code in
 * isolates, and writes lines to its standard output.
 */

const { guest: guestPath, addon, limits } = readSetup(process.argv[2]);
const native: { ivm: typeof ivm } = createRequire(addon)(addon);
const guest = new GuestScript(readFileSync(guestPath, 'utf8'));
const runs = new Map<number, IsolateRun>();
let spareTimer: NodeJS.Timeout | undefined;

/*
 * What isolates hold outside of their heaps isn't counted by their limit. There is no /proc to read what is held
 * now, but the system counts what was held at most: it is counted from where a build was ended last, since
 * what that one held is no other's.
 */
const peak = () => process.resourceUsage().maxRSS * 1024;
let before = peak();

function send(lines: string): void {
  process.stdout.write(`${lines}\n`);
  // what is in the pipe, or waits for it
  if (process.stdout.writableLength > limits.unsentBytes) {
    endAll('flood', 'It sent more than its host can take.');
  }
}

function failureLine(build: number, failure: RunFailure): string {
  return JSON.stringify({ type: 'failed', build, ...failure });
}

/** Ends the process at once: isolates that still run would crash on an orderly end. */
function endAll(reason: RunFailure['reason'], message: string): never {
  const end: EngineEndMessage = { reason, message };
  try {
    writeSync(2, `\n${JSON.stringify(end)}\n`);
  } catch {
    // nobody reads
  }
  process.kill(process.pid, 'SIGKILL');
  process.exit();
}

function makeRun(): IsolateRun {
  return new IsolateRun({
    ivm: native.ivm,
    guest,
    limits,
    send,
    onFailed: (build, failure) => {
      forget(build);
      send(failureLine(build, failure));
    },
    // V8 can't stop it: only the end of the process does
    onLost: () => endAll('slow', 'It could not be stopped otherwise.'),
  });
}

/** Waits for the next build, which most likely is loaded while a person waits for it. */
let spare: IsolateRun | null = makeRun();

function load(message: LoadMessage): void {
  const run = spare ?? makeRun();
  runs.set(message.build, run);
  void run.load(message);
  spare = null;
  clearTimeout(spareTimer);
  // not while the build starts
  spareTimer = setTimeout(() => (spare ??= makeRun()), 250).unref();
}

function take(line: string): void {
  const { type, build } = readHead(line);
  if (type === 'load') load(readLoad(line));
  else if (type === 'stop') stop(build);
  else runs.get(build)?.receive(type, line);
}

function stop(build: number): void {
  runs.get(build)?.end();
  forget(build);
}

function forget(build: number): void {
  if (runs.delete(build)) before = peak();
}

let rest: Buffer[] = [];
process.stdin.on('data', (piece: Buffer) => {
  let from = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
    take(Buffer.concat([...rest, piece.subarray(from, at)]).toString('utf8'));
    rest = [];
    from = at + 1;
  }
  if (from < piece.length) rest.push(piece.subarray(from));
});
process.stdin.on('end', () => process.exit(0));

send('{"type":"started"}');

setInterval(() => {
  if (peak() < before + limits.isolateBytes * (2 + runs.size)) return;
  endAll('memory', `It used more than ${limits.isolateBytes / 2 ** 20} MB of memory.`);
}, 250).unref();
