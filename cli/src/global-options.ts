import { orchestraVersion, RegistryError } from '@orchestra/core';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CommandContext } from './command.ts';
import type { Context } from './context.ts';

/** The registry that is used by default. */
export const defaultRegistry = 'https://extensions.orchestra.example';

/** Options that every command accepts. */
export interface GlobalOptions {
  registry?: string;
  json?: boolean;
  yes?: boolean;
  C?: string;
  color?: boolean;
}

/**
 * Makes the context of a command from the command line, then the environment, then defaults.
 *
 * @throws RegistryError `usage`
 */
export function readGlobals(options: GlobalOptions, context: Context): CommandContext {
  const { env } = context;
  const cwd = options.C === undefined ? context.cwd : resolve(context.cwd, options.C);
  if (options.C !== undefined && !isFolder(cwd)) {
    throw new RegistryError('usage', `-C: ${cwd} is not a folder`, {
      hint: 'Give the folder of an extension.',
    });
  }
  const home = env['ORCHESTRA_HOME'] ?? '';
  return {
    ...context,
    cwd,
    home: home === '' ? join(context.userHome, '.orchestra') : resolve(context.cwd, home),
    registry: readRegistry(options.registry ?? env['ORCHESTRA_REGISTRY'] ?? ''),
    json: options.json === true,
    colour: options.color !== false,
    yes: options.yes === true,
    orchestraVersion: env['ORCHESTRA_VERSION'] ?? orchestraVersion,
  };
}

function readRegistry(written: string): string {
  if (written === '') return defaultRegistry;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') {
    throw new RegistryError('usage', `'${written}' is not the address of a registry`, {
      hint: 'Write an http or https URL, such as http://127.0.0.1:4400',
    });
  }
  return `${url.origin}${url.pathname}`.replace(/\/(?:config\.json)?$/, '');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
