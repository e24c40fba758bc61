import { RegistryError, type UnclearCode } from '@orchestra/core';
import { count, fitColumns, styleFor } from '@orchestra/terminal';
import { join } from 'node:path';
import { askConsent } from '../ask.ts';
import type { Command, CommandContext } from '../command.ts';
import { findRegistryToken } from '../credentials/credentials.ts';
import { updatePins } from '../install/update-pins.ts';
import { findNeeded, type MissingExtension } from '../install/find-needed.ts';
import { installResolved } from '../install/install-resolved.ts';
import { offerNeeded, tellMissing } from '../install/offer-needed.ts';
import { renderInstall } from '../install/render-install.ts';
import { resolveInstall } from '../install/resolve-install.ts';
import type { ResolvedInstall } from '../install/resolved-install.ts';
import { connectRegistry, type RegistryClient } from '../registry/registry-client.ts';
import { startProgress } from '../render/progress.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { storePaths } from '../store/store-paths.ts';
import { reportInstalls } from '../telemetry/report-installs.ts';
import { summarizeInstall } from '../telemetry/summarize-install.ts';

/** Options of `install`. */
export interface InstallOptions {
  /** Each is `NAME`, `NAME@RANGE` or a path. */
  what: string[];
  preRelease: boolean;
  /** Also installs the extensions that they name, as far as the registry has them. */
  withNeeded: boolean;
}

/** A version that is installed after the command. */
export interface InstalledVersion {
  name: string;
  version: string;
  sha256: string;
  path: string;
  /** Code of which nobody can tell by reading it what it uses; null where that is not known. */
  unclearCode: UnclearCode | null;
  /** True where it was installed before. */
  unchanged: boolean;
}

/** The extensions that are installed after the command. */
export interface InstallResult {
  installed: InstalledVersion[];
  /** Extensions that they name and that can't be installed from here. */
  missing: MissingExtension[];
}

/** Installs extensions. Shows their permissions and asks first. */
export const install: Command<InstallOptions, InstallResult> = {
  async run(options, context) {
    const store = await openStore(context);
    let connecting: Promise<RegistryClient> | undefined;
    const client = () => (connecting ??= connectRegistry(context));
    const by = { store, context, client };
    const asked = await resolveAll(options, by);
    const needed = await findNeeded(asked, {
      ...by,
      installed: (name) => store.state.extensions[name],
    });
    const { missing } = needed;
    const wanted = options.withNeeded ? [...asked, ...needed.offered] : asked;
    const isFresh = ({ name, sha256 }: ResolvedInstall) =>
      store.state.extensions[name]?.sha256 !== sha256;
    let fresh = wanted.filter(isFresh);
    if (options.withNeeded) tellMissing(missing, context);
    if (fresh.length > 0) {
      showResolved(fresh, by);
      await askConsent(`Install ${list(fresh)}${although(fresh)}?`, context);
    }
    const more = options.withNeeded ? [] : await offerNeeded(needed, { how, context });
    fresh = [...fresh, ...more];
    if (fresh.length > 0) await installResolved(fresh, context);
    const resolved = [...wanted, ...more];
    const reported = (await isSignedIn(context)) ? resolved : fresh;
    await reportInstalls('install', { installs: reported.map(summarizeInstall), context });
    await updatePins(
      asked.filter((one) => !fresh.includes(one)),
      context,
    );
    const { root } = storePaths(context.home);
    return {
      installed: resolved.map((one) => ({
        name: one.name,
        version: one.version,
        sha256: one.sha256,
        path: join(root, one.name),
        unclearCode: one.unclearCode ?? null,
        unchanged: !fresh.includes(one),
      })),
      missing,
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
  json({ installed, missing }) {
    return {
      installed: installed.map(({ unchanged: _unchanged, ...one }) => one),
      ...(missing.length === 0 ? {} : { missing }),
    };
  },
};

const how = () => '--with-needed installs what it names as well';

/** Resolves every argument, and reports all that can't be resolved at once. */
async function resolveAll(
  options: InstallOptions,
  by: { store: Store; context: CommandContext; client: () => Promise<RegistryClient> },
): Promise<ResolvedInstall[]> {
  const { store, context, client } = by;
  using _progress = await startProgress(context, 'Asking the registry');
  const settled = await Promise.allSettled(
    options.what.map((text) =>
      resolveInstall(text, {
        client,
        preReleases: options.preRelease,
        installed: (name) => store.state.extensions[name],
        context,
      }),
    ),
  );
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (failures.length > 0) throw together(failures);
  const resolved = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return assertDistinct(resolved);
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

function assertDistinct(resolved: readonly ResolvedInstall[]): ResolvedInstall[] {
  const byName = new Map(resolved.map((one) => [one.name, one]));
  for (const one of resolved) {
    const other = byName.get(one.name);
    if (other === undefined || other.sha256 === one.sha256) continue;
    const message = `${one.name} was asked for twice: ${one.version} and ${other.version}`;
    throw new RegistryError('usage', message, { hint: 'Ask for one version of an extension.' });
  }
  return [...byName.values()];
}

function showResolved(
  resolved: ResolvedInstall[],
  by: { store: Store; context: CommandContext },
): void {
  const { stderr, json } = by.context;
  if (json) return;
  const style = styleFor(stderr, by.context);
  for (const one of resolved) {
    const before = by.store.state.extensions[one.name];
    stderr.write(`${fitColumns(renderInstall(one, { before, style }), stderr)}\n`);
  }
}

/**
 * True where a token is kept. Used because an account may have installed the extension before it signed in.
 */
async function isSignedIn(context: CommandContext): Promise<boolean> {
  return (await findRegistryToken(context).catch(() => null)) !== null;
}

function list(resolved: readonly ResolvedInstall[]): string {
  return resolved.length <= 3
    ? resolved.map(({ name, version }) => `${name} ${version}`).join(', ')
    : count(resolved.length, 'extension');
}

/** Reminds, in the question itself, of code of which nobody can tell what it uses. */
function although(resolved: readonly ResolvedInstall[]): string {
  const unclear = resolved.filter(({ unclearCode }) => (unclearCode?.mayNeed ?? []).length > 0);
  if (unclear.length === 0) return '';
  const whose = resolved.length === 1 ? 'its code' : `the code of ${list(unclear)}`;
  return `, although nobody can tell by reading it what part of ${whose} does`;
}
