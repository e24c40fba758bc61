import type { ReceiptMark, Stages } from '@orchestra/core';
import type { GitHub } from '@orchestra/github';
import type { CommandContext } from '../command.ts';
import type { PullRequest } from '../pull-request/pull-request.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import { deriveStages } from './derive-stages.ts';
import { isSearchable } from './is-searchable.ts';
import { probeServed } from './probe-served.ts';
import { readMark } from './read-mark.ts';

/** The sources that a receipt is read from. */
export interface ReceiptSources {
  client: RegistryClient;
  /** Null where GitHub isn't used. */
  github: GitHub | null;
  pullRequest: PullRequest | null;
  /** The stages of the last look. */
  before: Stages | null;
}

/** The progress of a publish. */
export interface Receipt {
  stages: Stages;
  /** The commit that the registry examined last; null where there is none yet. */
  head: ReceiptMark['head'] | null;
}

/**
 * Reads the progress of a publish. A source that doesn't answer is left out.
 *
 * @throws RegistryError `index-damaged` and whatever the index answers
 */
export async function readReceipt(
  of: { name: string; version: string },
  from: ReceiptSources & { context: CommandContext },
): Promise<Receipt> {
  const { client, context, github, pullRequest, before } = from;
  const { config } = client;
  const [entry, served, searchable, mark] = await Promise.all([
    client.findEntry(of.name),
    probeServed(of, { config, context }).catch(() => null),
    config.api === null ? false : isSearchable(of, { config, context }).catch(() => false),
    readMark(pullRequest, { config, github }).catch(() => null),
  ]);
  const published = entry?.versions.find(({ version }) => version === of.version);
  const facts = {
    pullRequest,
    marked: mark?.stages ?? null,
    served,
    indexedAt: published?.publishedAt ?? null,
    isSearchable: searchable,
  };
  const stages = deriveStages(facts, { before, now: context.now().toISOString() });
  return { stages, head: mark?.head ?? null };
}
