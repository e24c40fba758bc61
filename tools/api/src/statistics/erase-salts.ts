import { RegistryError } from '@orchestra/core';
import { type Database, eraseDailySalts } from '@orchestra/db';
import type { FastifyInstance } from 'fastify';
import { setTimeout } from 'node:timers/promises';

/** Settings for erasing salts. */
export interface ErasingOptions {
  database: Database;
  /** Called each time that erasing fails. */
  onError(error: unknown): void;
  /** Milliseconds until the next time, after success and after failure. */
  pauses?: { usual: number; afterFailure: number };
}

/**
 * Makes a server erase the salts of past days, which anonymous counts were made with: at its start, and then
 * every five minutes; half a minute after a failure.
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
      // if closing interrupted it, the next start erases them
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

/** The error for salts that should be erased by now. */
export function saltsKept(cause?: unknown): RegistryError {
  return new RegistryError('salts-kept', 'Salts of days that are over could not be erased', {
    hint: 'It is tried again every half a minute; the log says what keeps it from being done.',
    cause,
  });
}
