import { redactEmails, RegistryError } from '@orchestra/core';
import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import type { ServerContext } from './start-server.ts';

/** The log of a server: one line of JSON per event. */
export interface ServerLog extends Omit<ServerContext, 'cwd'> {
  /** Logs a step of the server itself. */
  info(message: string, facts?: object): void;
}

/** Opens a log on a stream. */
export function openLog(stream: DestinationStream): ServerLog {
  const level = (label: string) => ({ level: label });
  const options = { base: null, formatters: { level }, messageKey: 'message' };
  const log = pino({ ...options, timestamp: stdTimeFunctions.isoTime }, stream);
  return {
    info: (message, facts = {}) => log.info(facts, message),
    onAnswered: (answered) => log.info(answered, 'answered'),
    onError: (error, requestId) =>
      log.error(
        { ...(requestId === undefined ? {} : { requestId }), error: describe(error) },
        'failed',
      ),
  };
}

/** An error without its other properties, in which a database driver quotes rows. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { text: redactEmails(String(error)) };
  const cause = error.cause === undefined ? {} : { cause: describe(error.cause) };
  const message = redactEmails(error.message);
  if (error instanceof RegistryError) return { code: error.code, text: message, ...cause };
  return { name: error.name, text: redactEmails(error.stack ?? message), ...cause };
}
