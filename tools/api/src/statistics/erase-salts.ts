import { RegistryError } from '@orchestra/core';
import { type Database, eraseDailySalts } from '@orchestra/db';
import type { FastifyInstance } from 'fastify';
import { setTimeout } from 'node:timers/promises';

/** How salts are erased. */
export interface ErasingOptions {
  database: Database;
  /** Told each time that erasing fails. */
  onError(error: unknown): void;
  /** Milliseconds to the next time: after one that went well, and after one that failed. */
  pauses?: { usual: number; afterFailure: number };
}

/**
 * Has a server erase what anonymous counts of days that are over were made with: when it starts, and
 * every five minutes, whether requests come or not; half a minute after it failed.
 */
export function eraseSalts(
  server: Pick<FastifyInstance, 'addHook'>,
  { database, onError, pauses = { usual: 5 * 60_000, afterFailure: 30_000 } }: ErasingOptions,
): void {
  const ending = new AbortController();
  const { signal } = ending;
  const erase = async () => {
    try {
      await eraseDailySalts(database);
      return pauses.usual;
    } catch (cause) {
      // one that is cut off by the end is done when the server starts again
      if (!signal.aborted) onError(saltsKept(cause));
      return pauses.afterFailure;
    }
  };
  const eraseAgainAndAgain = async () => {
    while (!signal.aborted) {
      await setTimeout(await erase(), undefined, { signal, ref: false }).catch(() => {});
    }
  };
  server.addHook('onReady', async () => void eraseAgainAndAgain());
  server.addHook('onClose', async () => ending.abort());
}

/** What is told of salts that should be gone. */
export function saltsKept(cause?: unknown): RegistryError {
  return new RegistryError('salts-kept', 'Salts of days that are over could not be erased', {
    hint: 'It is tried again every half a minute; the log says what keeps it from being done.',
    cause,
  });
}
