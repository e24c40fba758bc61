import { Command, InvalidArgumentError, Option } from 'commander';
import ipaddr from 'ipaddr.js';
import type { ServerOptions } from './start-server.ts';

/** Runs the server with its options. */
export type RunServer = (options: ServerOptions) => Promise<void>;

/** Declares `npm run api`. Every option can also be set by an environment variable. */
export function declareServer(run: RunServer): Command {
  return new Command('npm run api --')
    .description('Serve the HTTP API of an index that `npm run sync` mirrors.')
    .addOption(
      new Option('--database <url>', 'postgres://USER:PASSWORD@HOST/DATABASE')
        .env('DATABASE_URL')
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--repository <path|url>', 'the index to follow')
        .env('INDEX_REPOSITORY')
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--cache <folder>', 'where a repository at a URL is copied to')
        .env('INDEX_CACHE')
        .default('.followed-index'),
    )
    .addOption(
      new Option('--every <seconds>', 'how often the repository is looked at')
        .env('INDEX_EVERY')
        .argParser(seconds)
        .default(30),
    )
    .addOption(new Option('--host <address>', 'where to listen').env('HOST').default('127.0.0.1'))
    .addOption(
      new Option('--port <number>', '0 for any free one').env('PORT').argParser(port).default(8080),
    )
    .addOption(
      new Option('--hosts <names>', 'what it may be called, with commas, beside the host of `api`')
        .env('ALLOWED_HOSTS')
        .argParser(list)
        .default([]),
    )
    .addOption(
      new Option('--origins <origins>', 'whose pages may write, with commas, beside the site')
        .env('ALLOWED_ORIGINS')
        .argParser(list)
        .default([]),
    )
    .addOption(
      new Option('--proxies <addresses>', 'proxies in front: addresses or networks, with commas')
        .env('TRUSTED_PROXIES')
        .argParser(proxies)
        .default([]),
    )
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} }) // the caller of `parse` reports the error
    .action(run);
}

function port(written: string): number {
  if (/^\d+$/.test(written) && Number(written) <= 65_535) return Number(written);
  throw new InvalidArgumentError('Expected a port from 0 to 65535.');
}

function seconds(written: string): number {
  const value = Number(written);
  if (value >= 0.1 && value <= 86_400) return value;
  throw new InvalidArgumentError('Expected a number of seconds.');
}

function list(written: string): string[] {
  return written.split(',').flatMap((one) => one.trim() || []);
}

function proxies(written: string): string[] {
  const addresses = list(written);
  const wrong = addresses.filter((one) => !ipaddr.isValid(one) && !ipaddr.isValidCIDR(one));
  if (wrong.length === 0) return addresses;
  throw new InvalidArgumentError(`Expected addresses or networks; found ${wrong.join(', ')}.`);
}
