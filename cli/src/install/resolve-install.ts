import {
  defaultLimits,
  findUnclear,
  hasErrors,
  type IndexEntry,
  packageUrl,
  type Permission,
  permissions,
  readVscodeRelations,
  RegistryError,
  resolveVersion,
  type VscodeRelations,
} from '@orchestra/core';
import { readArchive } from '@orchestra/packaging/node';
import { resolve } from 'node:path';
import { valid } from 'semver';
import type { CommandContext } from '../command.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import type { Installed } from '../store/state.ts';
import { readSpec } from './read-spec.ts';
import type { ResolvedInstall } from './resolved-install.ts';

/** What decides about a version in addition to its name. */
export interface InstallRequest {
  range?: string;
  preReleases: boolean;
  installed: Installed | undefined;
}

/**
 * Resolves an argument of `install` to a version or a local package.
 *
 * @throws RegistryError `extension-unknown`, what {@link resolveVersion} throws, and for a file
 *   `package-invalid`, `problems-found`, `file-unreadable`
 */
export async function resolveInstall(
  text: string,
  options: {
    client: () => Promise<RegistryClient>;
    preReleases: boolean;
    installed: (name: string) => Installed | undefined;
    context: CommandContext;
  },
): Promise<ResolvedInstall> {
  const spec = readSpec(text);
  if (spec.kind === 'file') return resolveFile(resolve(options.context.cwd, spec.file));
  const client = await options.client();
  const entry = await client.entry(spec.name);
  const { name: _name, kind: _kind, ...asked } = spec;
  const { preReleases, context } = options;
  const installed = options.installed(entry.name);
  return resolveInstallOf(entry, { asked: { ...asked, preReleases, installed }, client, context });
}

/** Picks the version of an entry that satisfies the request. */
export function resolveInstallOf(
  entry: IndexEntry,
  options: { asked: InstallRequest; client: RegistryClient; context: CommandContext },
): ResolvedInstall {
  const { asked, client, context } = options;
  const { name } = entry;
  const found = resolveVersion(entry, {
    orchestraVersion: context.orchestraVersion,
    preReleases: asked.preReleases,
    ...(asked.range === undefined ? {} : { range: asked.range }),
    ...(asked.installed === undefined ? {} : { installed: asked.installed.version }),
  });
  const pinned = asked.range !== undefined && valid(asked.range) !== null;
  return {
    name,
    displayName: entry.displayName,
    version: found.version,
    sha256: found.sha256,
    compat: entry.compat,
    permissions: found.permissions,
    ...(found.unclearCode === undefined ? {} : { unclearCode: found.unclearCode }),
    publishers: entry.owners.map((owner) => owner.login),
    pinned,
    ...(asked.range === undefined || pinned ? {} : { range: asked.range }),
    names: namesIn(found.vscode),
    from: {
      kind: 'registry',
      registry: context.registry,
      client,
      url: packageUrl(client.config, { name, version: found.version }),
      size: found.size,
    },
  };
}

async function resolveFile(file: string): Promise<ResolvedInstall> {
  const read = await readArchive(file, { limits: defaultLimits, reservedNames: new Set() });
  const { manifest, analysis, problems, facts } = read;
  if (manifest?.version === undefined || hasErrors(problems)) {
    throw new RegistryError('problems-found', `${file} can't be installed`, {
      hint: 'Ask its author to mend it; `orchestra ext check` shows the same problems.',
      problems: problems.filter(({ severity }) => severity === 'error'),
    });
  }
  return {
    name: manifest.name,
    displayName: manifest.displayName,
    version: manifest.version,
    sha256: facts.sha256,
    compat: manifest.compat,
    permissions: knownPermissions(manifest.permissions),
    ...(analysis === null
      ? {}
      : { unclearCode: findUnclear(analysis.unresolved, manifest.permissions) }),
    publishers: [],
    pinned: true, // an update from a registry would be a different program
    names: namesIn(readVscodeRelations(manifest)),
    from: { kind: 'file', file },
  };
}

/** Ids of the VS Code extensions that a version needs or brings along. */
export function namesIn(relations: VscodeRelations | undefined): string[] {
  if (relations === undefined) return [];
  return [...relations.extensionDependencies, ...relations.extensionPack];
}

/** Permissions in display order; unknown ones were refused earlier. */
function knownPermissions(declared: readonly string[]): Permission[] {
  return permissions.filter((permission) => declared.includes(permission));
}
