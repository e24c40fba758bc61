import { RegistryError } from '@orchestra/core';
import type { Bundler, EngineFiles, ExtensionKind, FirstEngine } from '@orchestra/sandbox';
import { existsSync } from 'node:fs';
import type { CommandContext } from '../command.ts';
import { engineFile } from './engine-files.ts';
import { makeEngine } from './make-engine.ts';
import { takeEngine } from './take-engine.ts';

/** The package that runs extensions, and its engine. Whoever finds it disposes of it. */
export interface FoundEngine extends AsyncDisposable {
  /** All values of the package are taken from here, and only types are imported. */
  sandbox: typeof import('@orchestra/sandbox');
  bundler: Bundler;
  files: EngineFiles;
  /** What the app offers to extensions of a kind: by the name that code imports, a file; undefined for native ones. */
  modulesFor(kind: ExtensionKind): Promise<Readonly<Record<string, string>> | undefined>;
  /** An engine for the first sandbox, which starts meanwhile; how it is confined is known then. */
  first: Promise<FirstEngine>;
}

/**
 * Finds what runs extensions: it comes with the bundled command line, all but the native part; the sources of the
 * command line make it of the sources of the sandbox.
 *
 * @throws RegistryError `sandbox-missing`, `consent-required`, `cancelled`, `digest-mismatch`,
 *   `registry-unreachable`
 */
export async function findEngine(context: CommandContext): Promise<FoundEngine> {
  try {
    return await (existsSync(engineFile('start')) ? takeEngine(context) : makeEngine());
  } catch (cause) {
    if (cause instanceof RegistryError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const [first = reason] = reason.split('\n');
    throw new RegistryError('sandbox-missing', `What runs extensions can't be loaded: ${first}`, {
      hint: 'Use Node 24; in a clone of the registry, run npm ci.',
      cause,
    });
  }
}
