import { RegistryError } from '@orchestra/core';
import { count, fitColumns, styleFor } from '@orchestra/terminal';
import { join } from 'node:path';
import { askConsent } from '../ask.ts';
import type { Command, CommandContext } from '../command.ts';
import { findToken } from '../credentials/credentials.ts';
import { followAsked } from '../install/follow-asked.ts';
import { installWanted } from '../install/install-wanted.ts';
import { renderWanted } from '../install/render-wanted.ts';
import { resolveSpec } from '../install/resolve-wanted.ts';
import type { Wanted } from '../install/wanted.ts';
import { connect, type RegistryClient } from '../registry/registry-client.ts';
import { startProgress } from '../render/progress.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { storePaths } from '../store/store-paths.ts';
import { tellRegistries } from '../telemetry/tell-registries.ts';
import { toldWanted } from '../telemetry/told-wanted.ts';

/** What is to be installed. */
export interface InstallOptions {
  /** `NAME`, `NAME@RANGE` or a path. */
  what: string[];
  preRelease: boolean;
}

/** What is installed now that was asked for. */
export interface InstallResult {
  installed: { name: string; version: string; sha256: string; path: string; unchanged: boolean }[];
}

/** Installs extensions, after showing what they may do and asking. */
export const install: Command<InstallOptions, InstallResult> = {
  async run(options, context) {
    const store = await openStore(context);
    const wanted = await resolveAll(options, { store, context });
    const fresh = wanted.filter(({ name, sha256 }) => {
      return store.state.extensions[name]?.sha256 !== sha256;
    });
    if (fresh.length > 0) {
      showWanted(fresh, { store, context });
      await askConsent(`Install ${list(fresh)}?`, context);
      await installWanted(fresh, context);
    }
    const told = (await isSignedIn(context)) ? wanted : fresh;
    await tellRegistries('install', { told: told.map(toldWanted), context });
    await followAsked(
      wanted.filter((one) => !fresh.includes(one)),
      context,
    );
    const { root } = storePaths(context.home);
    return {
      installed: wanted.map((one) => ({
        name: one.name,
        version: one.version,
        sha256: one.sha256,
        path: join(root, one.name),
        unchanged: !fresh.includes(one),
      })),
    };
  },
  text({ installed }, style) {
    const lines = installed.map(({ name, version, path, unchanged }) =>
      unchanged
        ? `${name} ${version} is installed already`
        : `${style.green('Installed')} ${style.bold(name)} ${version} ${style.dim(path)}`,
    );
    return lines.join('\n');
  },
  json({ installed }) {
    return { installed: installed.map(({ unchanged: _unchanged, ...one }) => one) };
  },
};

/** Resolves everything that was written, and names everything that can't be resolved. */
async function resolveAll(
  options: InstallOptions,
  by: { store: Store; context: CommandContext },
): Promise<Wanted[]> {
  const { store, context } = by;
  using _progress = await startProgress(context, 'Asking the registry');
  let connecting: Promise<RegistryClient> | undefined;
  const client = () => (connecting ??= connect(context));
  const settled = await Promise.allSettled(
    options.what.map((text) =>
      resolveSpec(text, {
        client,
        preReleases: options.preRelease,
        installed: (name) => store.state.extensions[name],
        context,
      }),
    ),
  );
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (failures.length > 0) throw together(failures);
  const wanted = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return assertDistinct(wanted);
}

function together(failures: readonly unknown[]): unknown {
  const known = failures.filter((failure) => failure instanceof RegistryError);
  const [first] = known;
  if (first === undefined || known.length < failures.length) return failures[0];
  const messages = [...new Set(known.map(({ message }) => message))];
  if (messages.length === 1) return first;
  return new RegistryError(first.code, messages.join('\n'), {
    ...(first.hint === undefined ? {} : { hint: first.hint }),
    problems: known.flatMap(({ problems }) => problems),
    cause: first,
  });
}

function assertDistinct(wanted: readonly Wanted[]): Wanted[] {
  const byName = new Map(wanted.map((one) => [one.name, one]));
  for (const one of wanted) {
    const other = byName.get(one.name);
    if (other === undefined || other.sha256 === one.sha256) continue;
    const message = `${one.name} was asked for twice: ${one.version} and ${other.version}`;
    throw new RegistryError('usage', message, { hint: 'Ask for one version of an extension.' });
  }
  return [...byName.values()];
}

function showWanted(wanted: Wanted[], by: { store: Store; context: CommandContext }): void {
  const { stderr, json } = by.context;
  if (json) return;
  const style = styleFor(stderr, by.context);
  for (const one of wanted) {
    const before = by.store.state.extensions[one.name];
    stderr.write(`${fitColumns(renderWanted(one, { before, style }), stderr)}\n`);
  }
}

/** An account that installed it before it signed in has it all the same. */
async function isSignedIn(context: CommandContext): Promise<boolean> {
  return (await findToken(context).catch(() => null)) !== null;
}

function list(wanted: readonly Wanted[]): string {
  return wanted.length <= 3
    ? wanted.map(({ name, version }) => `${name} ${version}`).join(', ')
    : count(wanted.length, 'extension');
}
