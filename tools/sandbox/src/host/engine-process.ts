import type { ChildProcess } from 'node:child_process';
import { parseJson } from '@orchestra/core';
import { sandboxLimits } from '../protocol/limits.ts';
import { type SessionMessage, EngineEndSchema, type HostMessage } from '../protocol/messages.ts';
import { parseEngineMessage } from '../protocol/parse-message.ts';
import { isStopReason, type StopReason } from './build-error.ts';
import { LineReader } from './line-reader.ts';

/** Who is told of what an engine process does. */
export interface EngineListener {
  /** @param length characters of its line */
  onMessage(message: SessionMessage, length: number): void;
  onEnded(end: EngineEnd): void;
}

/** Why a process has ended. */
export interface EngineEnd {
  /** What it said itself; `ended` where it did not. */
  reason: StopReason;
  /** A sentence for people. */
  message: string;
}

/** Bounds of an engine process. Milliseconds and bytes. */
export interface ProcessLimits {
  messageBytes: number;
  unsentBytes: number;
  pingMs: number;
  missedPings: number;
}

/** What a host says of itself: a bundle, the active document. */
const unbounded: ReadonlySet<HostMessage['type']> = new Set(['load', 'state']);

/** How long the pipes of a process may stay open after it. */
const closeMs = 1_000;

/**
 * The host's end of the line to an engine process. What it says is checked message by message: a process that
 * breaks the protocol is no engine any longer, and is ended.
 */
export class EngineProcess {
  readonly #child: ChildProcess;
  readonly #listener: EngineListener;
  readonly #limits: ProcessLimits;
  readonly #lines: LineReader;
  #why = '';
  #stderr = '';
  #pings: { timer: NodeJS.Timeout; missed: number; answered: boolean } | null = null;

  constructor(
    child: ChildProcess,
    { listener, limits = sandboxLimits }: { listener: EngineListener; limits?: ProcessLimits },
  ) {
    this.#child = child;
    this.#listener = listener;
    this.#limits = limits;
    this.#lines = new LineReader(limits.messageBytes);
    child.stdout?.on('data', (piece: Buffer) => this.#take(piece));
    child.stdout?.on('error', () => undefined);
    for (const pipe of [child.stdout, child.stderr]) pipe?.resume(); // it may have been started before
    child.stderr?.on('error', () => undefined);
    child.stderr?.on('data', (piece: Buffer) => {
      this.#stderr = `${this.#stderr}${piece.toString('utf8')}`.slice(-2000);
    });
    child.stdin?.on('error', () => undefined); // its end is told by `close`
    child.once('error', (error) => (this.#why ||= error.message));
    // whoever holds its pipes after it has ended keeps nobody waiting
    child.once('exit', () => setTimeout(() => this.#closePipes(), closeMs).unref());
    child.once('close', (code, signal) => {
      this.stopPings();
      this.#listener.onEnded(
        this.#explain(signal === null ? `exit code ${code}` : `signal ${signal}`),
      );
    });
  }

  /**
   * Sends a message; one for a process that has ended is lost.
   *
   * @throws RangeError of code `too-large` where what is handed to the extension is more than it may be
   */
  send(message: HostMessage): void {
    const { stdin } = this.#child;
    if (stdin?.writable !== true || this.#why !== '') return;
    const line = `${JSON.stringify(message)}\n`;
    const { messageBytes, unsentBytes } = this.#limits;
    if (!unbounded.has(message.type) && line.length > messageBytes) {
      const limit = Math.floor(messageBytes / 2 ** 20);
      throw Object.assign(new RangeError(`More than ${limit} MB can't be handed over at once.`), {
        code: 'too-large',
      });
    }
    stdin.write(line);
    if (stdin.writableLength > unsentBytes) this.kill('It did not read what its host sent.');
  }

  /** Waits until the process has read most of what was sent; at once where it does, or has ended. */
  async drained(): Promise<void> {
    const { stdin } = this.#child;
    if (stdin?.writableNeedDrain !== true) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        stdin.off('drain', done).off('close', done);
        resolve();
      };
      stdin.on('drain', done).on('close', done);
    });
  }

  #explain(end: string): EngineEnd {
    const lines = this.#stderr.trim().split('\n');
    for (const line of this.#why === '' ? lines : []) {
      const told = parseJson(EngineEndSchema, line);
      if (told.ok && isStopReason(told.value.reason)) {
        return { reason: told.value.reason, message: told.value.message };
      }
    }
    const said = lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? '';
    const why = this.#why || (said === '' ? end : `${end}: ${said}`);
    return { reason: 'ended', message: `Its process ended: ${why}` };
  }

  /** Asks a build again and again whether it lives; without an answer, the process is ended. */
  startPings(build: number): void {
    this.stopPings();
    let call = 0;
    const pings = {
      missed: 0,
      answered: true,
      timer: setInterval(() => {
        pings.missed = pings.answered ? 0 : pings.missed + 1;
        if (pings.missed >= this.#limits.missedPings) {
          this.kill('It did not answer any longer.');
          return;
        }
        pings.answered = false;
        call += 1;
        this.send({ type: 'ping', build, call });
      }, this.#limits.pingMs),
    };
    pings.timer.unref();
    this.#pings = pings;
  }

  stopPings(): void {
    if (this.#pings !== null) clearInterval(this.#pings.timer);
    this.#pings = null;
  }

  /** Ends the process at once. */
  kill(why: string): void {
    this.#why ||= why;
    this.stopPings();
    this.#child.kill('SIGKILL');
    this.#closePipes();
  }

  #closePipes(): void {
    const { stdin, stdout, stderr } = this.#child;
    for (const pipe of [stdin, stdout, stderr]) pipe?.destroy();
  }

  #take(piece: Buffer): void {
    for (const line of this.#lines.take(piece)) {
      if (this.#why !== '') return;
      this.#read(line);
    }
    if (this.#lines.isTooLong) this.kill('It sent a message that is larger than it may be.');
  }

  #read(line: string): void {
    if (line === '') return;
    const parsed = parseEngineMessage(line);
    if (!parsed.ok) {
      this.kill(`It sent what is no message of the protocol: ${parsed.reason.slice(0, 200)}`);
      return;
    }
    const message = parsed.value;
    if (message.type === 'started') return;
    if (message.type === 'pong' && this.#pings !== null) this.#pings.answered = true;
    this.#listener.onMessage(message, line.length);
  }
}
