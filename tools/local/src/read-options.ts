import { RegistryError } from '@orchestra/core';
import { Command, CommanderError } from 'commander';
import { resolve } from 'node:path';

/** The options of `npm start`. */
export interface LocalOptions {
  /** Port; 0 chooses a free one. */
  port: number;
  /** Absolute path of the data folder. */
  data: string;
  /** Publishes the sample extensions on the first start. */
  samples: boolean;
  /** `postgres://…`; null for a database in the data folder. */
  databaseUrl: string | null;
}

/**
 * Reads options from the command line, then from `PORT` and `ORCHESTRA_DATA`, then the defaults.
 *
 * @returns null where only the help was asked for
 * @throws RegistryError `usage`
 */
export function readOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): LocalOptions | null {
  const command = new Command('npm start --')
    .description('Run a whole registry on this machine: index, packages, API and site.')
    .option('--port <number>', 'port on 127.0.0.1; 0 for any free one', env['PORT'] ?? '4400')
    .option(
      '--data <folder>',
      'where the registry lives',
      env['ORCHESTRA_DATA'] ?? '.local-registry',
    )
    .option('--no-samples', 'start empty, without the sample extensions')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  try {
    command.parse(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.code === 'commander.helpDisplayed') return null;
    const reason = error instanceof Error ? error.message.replace(/^error: /, '') : String(error);
    throw new RegistryError('usage', reason, { hint: 'See: npm start -- --help', cause: error });
  }
  const { port, data, samples } = command.opts<{ port: string; data: string; samples: boolean }>();
  const databaseUrl = env['DATABASE_URL'] ?? null;
  return { port: readPort(port), data: resolve(data), samples, databaseUrl };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new RegistryError('usage', `'${text}' is not a port: expected a number from 0 to 65535`, {
    hint: 'For example: npm start -- --port 4400',
  });
}
