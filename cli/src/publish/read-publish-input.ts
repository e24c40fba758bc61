import { RegistryError } from '@orchestra/core';
import type { Repository } from '@orchestra/github';
import { readGitHubHosts } from '@orchestra/github/hosts';
import type { ValidExtension } from '../project/read-project.ts';
import type { CommandContext } from '../command.ts';
import type { SignedIn } from '../github/connect-github.ts';
import { requireRepository } from '../github/require-repository.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import type { Asset } from '../release/asset.ts';
import { type FoundAsset, lookForAsset } from '../release/ensure-asset.ts';
import { findAsset } from '../release/find-asset.ts';
import { findSourceRepository } from '../release/find-source-repository.ts';
import { type AssetName, readAssetName } from '../release/read-asset-name.ts';
import { readCheckout } from '../release/read-checkout.ts';
import type { PublishOptions } from './publish-result.ts';
import { packValidExtension, readAsset, type ValidPackage } from './valid-package.ts';

/** What a publish needs to know: the package, and what exists in the author's repository. */
export interface PublishInput {
  pack: ValidPackage;
  /** The repository that the extension is released from. */
  repository: Repository;
  /** The checked-out commit; null where git doesn't report one. */
  commit: string | null;
  /** The asset that `--asset` names, or what exists of the release. */
  from: { kind: 'named'; asset: Asset } | { kind: 'release'; found: FoundAsset };
}

/**
 * Reads what to publish, from the folder or from the named asset. Changes nothing.
 *
 * @param extension null where there is no folder
 * @throws RegistryError `source-unusable`, `digest-mismatch` where the named asset isn't what the folder
 *   packs
 */
export async function readPublishInput(
  extension: ValidExtension | null,
  by: {
    client: RegistryClient;
    options: PublishOptions;
    signedIn: SignedIn;
    context: CommandContext;
  },
): Promise<PublishInput> {
  const { options, context } = by;
  const { github } = by.signedIn;
  const { limits } = by.client.config;
  const hosts = readGitHubHosts(context.env);
  const rules = { limits, preRelease: options.preRelease };
  const named = options.asset === undefined ? null : readAssetName(options.asset, hosts);
  const packed = extension === null ? null : await packValidExtension(extension, rules);
  const { origin, head: commit } = await readCheckout(context);
  const manifest = extension?.manifest?.repository;
  const fullName = repositoryOf(named) ?? findSourceRepository({ manifest, origin }, hosts);
  const repository = await requireRepository(fullName, github);
  requirePublic(repository);
  if (named !== null) {
    const asset = await findAsset(named, { repository: repository.fullName, github, limits });
    const pack = await readAsset(asset, rules);
    if (packed !== null) requireSame(pack, packed);
    return { pack, repository, commit, from: { kind: 'named', asset } };
  }
  if (packed === null) throw new RegistryError('usage', 'There is neither a folder nor an asset');
  const found = await lookForAsset(packed, { repository, github, limits });
  return { pack: packed, repository, commit, from: { kind: 'release', found } };
}

function repositoryOf(named: AssetName | null): string | null {
  return named?.repository ?? null;
}

function requirePublic({ isPrivate, fullName }: Repository): void {
  if (!isPrivate) return;
  throw new RegistryError('source-unusable', `${fullName} is private: nobody could check it`, {
    hint: 'Make it public, or release the package from a public repository.',
  });
}

function requireSame(asset: ValidPackage, packed: ValidPackage): void {
  if (asset.facts.sha256 === packed.facts.sha256) return;
  // another Node release may compress the same files differently, so that only the tar is compared
  if (asset.facts.tarSha256 === packed.facts.tarSha256) return;
  throw new RegistryError(
    'digest-mismatch',
    `The asset has SHA-256 ${asset.facts.sha256}; what is packed here has ${packed.facts.sha256}`,
    { hint: 'Run this outside of the folder (-C DIR) to publish the asset as it is.' },
  );
}
