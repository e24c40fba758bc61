import { defaultLimits, parseManifest, RegistryError } from '@orchestra/core';
import {
  type ReadPackage,
  readPackage,
  unpackPackage,
  writePackage,
} from '@orchestra/packaging/node';
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandContext } from '../command.ts';
import { downloadPackage } from '../registry/download-package.ts';
import type { Staged } from '../store/plan-replace.ts';
import { makeRecord, writeRecord } from '../store/record.ts';
import type { Installed } from '../store/state.ts';
import type { StorePaths } from '../store/store-paths.ts';
import type { ResolvedInstall } from './resolved-install.ts';

/**
 * Prepares a version in the staging folder: downloads it, compares its SHA-256, reads it strictly, and
 * unpacks it durably. Runs no scripts of it. An interruption leaves only staged files.
 *
 * @throws RegistryError `digest-mismatch`, `package-invalid`, `registry-unreachable`
 */
export async function stagePackage(
  resolved: ResolvedInstall,
  to: { paths: StorePaths; context: CommandContext },
): Promise<Staged> {
  const { paths, context } = to;
  const folder = randomUUID();
  const directory = join(paths.staging, folder);
  await mkdir(paths.staging, { recursive: true });
  try {
    const unpacked = await fetchFiles(resolved, context);
    const installed = describe(resolved, context.now());
    await Promise.all([
      writePackage(unpacked, directory),
      writeRecord({ name: resolved.name, ...makeRecord(installed, unpacked.files) }, paths),
    ]);
    return { name: resolved.name, folder, installed };
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

async function fetchFiles(
  resolved: ResolvedInstall,
  context: CommandContext,
): Promise<ReadPackage> {
  const { sha256, from } = resolved;
  if (from.kind === 'file') {
    return readPackage(from.file, { limits: defaultLimits, sha256 });
  }
  const { limits } = from.client.config;
  if (from.size > limits.packedBytes) {
    const message = `${resolved.name} ${resolved.version} has ${from.size} bytes; the registry takes at most ${limits.packedBytes}`;
    throw new RegistryError('package-invalid', message, {
      hint: 'Nothing was downloaded: tell the operator of the registry.',
    });
  }
  const bytes = await downloadPackage({ url: from.url, version: { ...from, sha256 } }, context);
  const unpacked = await unpackPackage(bytes, { limits, sha256 });
  assertSame(resolved, unpacked.files);
  return unpacked;
}

/** Makes sure that the package matches the index, because the user consented to what the index says. */
function assertSame(resolved: ResolvedInstall, files: ReadonlyMap<string, Uint8Array>): void {
  const text = new TextDecoder().decode(files.get('package.json'));
  const { manifest } = parseManifest(text);
  const expected = [resolved.name, resolved.version, ...resolved.permissions.toSorted()].join(' ');
  const declared = new Set(manifest?.permissions);
  const found = [manifest?.name, manifest?.version, ...[...declared].sort()].join(' ');
  if (expected === found) return;
  throw new RegistryError(
    'package-invalid',
    `${resolved.name} ${resolved.version}: the index says '${expected}'; the package says '${found}'`,
    { hint: 'Nothing was installed: tell the operator of the registry.' },
  );
}

function describe(resolved: ResolvedInstall, now: Date): Installed {
  const { version, sha256, compat, permissions, unclearCode, pinned, range, from } = resolved;
  return {
    version,
    sha256,
    compat,
    permissions,
    ...(unclearCode === undefined ? {} : { unclearCode }),
    registry: from.kind === 'registry' ? from.registry : null,
    source: from.kind === 'registry' ? from.url : from.file,
    pinned,
    ...(range === undefined ? {} : { range }),
    installedAt: now.toISOString(),
  };
}
