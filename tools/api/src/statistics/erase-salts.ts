import { type Database, eraseDailySalts } from '@orchestra/db';
import type { FastifyInstance } from 'fastify';

const everyMs = 5 * 60_000;

/**
 * Has a server erase what anonymous counts of days that are over were made with: when it starts, and
 * every five minutes, whether requests come or not.
 */
export function eraseSalts(
  server: Pick<FastifyInstance, 'addHook'>,
  { database }: { database: Database },
): void {
  // a database that doesn't answer is asked again
  const erase = () => void eraseDailySalts(database).catch(() => {});
  const timer = setInterval(erase, everyMs).unref();
  server.addHook('onReady', async () => erase());
  server.addHook('onClose', async () => clearInterval(timer));
}
