import {
  type Config,
  type IndexEntry,
  noStages,
  type Plan,
  type Problem,
  type Published,
  RegistryError,
  type Stages,
  type SubmissionSource,
  type Submitter,
  packageKey,
} from '@orchestra/core';
import { sortProblems } from '@orchestra/packaging';
import pLimit from 'p-limit';
import type { BlobContent, BlobStore } from '../blobs/blob-store.ts';
import { readCurated } from '../curated/read-curated.ts';
import type { GitIndex } from '../index/git-index.ts';
import { publishPassedPackage } from './publish-passed-package.ts';
import { readPassedPackage } from './read-passed-package.ts';

/** A package, and what is asked for it. */
export interface PublishRequest {
  archive: { file: string; sha256?: string };
  submitter: Submitter;
  /** An operator looked at what nobody can tell by reading the code. */
  reviewed?: true;
  preRelease: boolean;
  dryRun: boolean;
  /** The name that the manifest must carry, where it was said. */
  expectedName: string | undefined;
}

/** What a registry writes to. */
export interface PublishContext {
  index: GitIndex;
  blobs: BlobStore;
  limits: Config['limits'];
  now: () => Date;
}

/** How a publish ended. */
export interface PublishResult extends Published {
  /** Warnings and notes; errors refuse. */
  problems: Problem[];
  /** What was done, or would be done by a dry run; null where nothing changes. */
  plan: Plan | null;
}

/** A package is unpacked in memory while it is published: no more of them than this at once. */
const queue = pLimit(2);

/**
 * Publishes a package that was sent to the registry: checks, authorises, plans and applies; where
 * someone else commits in between, it authorises and plans again. Nothing is stored unless all of it
 * passes.
 *
 * @throws RegistryError `problems-found` or `package-invalid` with every problem, `name-mismatch`,
 *   `name-near`, `name-taken`, `source-pinned`, `version-exists`, `review-required`, `blob-conflict`
 */
export async function publishPackage(
  request: PublishRequest,
  context: PublishContext,
): Promise<PublishResult> {
  const submitted = context.now().toISOString();
  return queue(() => publish({ ...request, submitted }, context));
}

async function publish(
  request: PublishRequest & { submitted: string },
  context: PublishContext,
): Promise<PublishResult> {
  const { archive, submitter, submitted, preRelease, dryRun } = request;
  const { reservedNames } = await readCurated(await context.index.snapshot());
  const { limits } = context;
  const demands = { limits, reservedNames, preRelease };
  const passed = await readPassedPackage(archive.file, {
    ...demands,
    ...(archive.sha256 === undefined ? {} : { sha256: archive.sha256 }),
  });
  const { name, version } = passed.manifest;
  expectName(name, request);
  const validated = context.now().toISOString();
  const contents = new Map<string, BlobContent>(passed.contents);
  contents.set(packageKey(name, version), { file: archive.file });
  const approved = request.reviewed === true;
  const asked = { passed, contents, submitter, source: upload, approved, dryRun };
  const done = await inTurn(name, () =>
    publishPassedPackage({ ...asked, publishedAt: validated }, context),
  );
  const { sha256, size } = passed.facts;
  return {
    name,
    version,
    sha256,
    size,
    problems: sortProblems([...passed.problems, ...done.near]),
    unchanged: done.kind === 'unchanged',
    plan: done.kind === 'unchanged' ? null : done.plan,
    stages:
      done.kind === 'unchanged'
        ? stagesOf(done.entry, version)
        : {
            ...noStages,
            submitted,
            validated,
            stored: done.kind === 'applied' ? done.stored.toISOString() : null,
            indexed: done.kind === 'applied' ? done.indexed.toISOString() : null,
          },
  };
}

/** The last publish of each name that is under way in this process. */
const underWay = new Map<string, Promise<void>>();

/** Publishes of one name wait for each other, so that the later one meets what the earlier one committed. */
function inTurn<T>(name: string, run: () => Promise<T>): Promise<T> {
  const before = underWay.get(name) ?? Promise.resolve();
  const mine = before.then(run);
  const ended = mine.then(
    () => {},
    () => {},
  );
  underWay.set(name, ended);
  void ended.then(() => {
    if (underWay.get(name) === ended) underWay.delete(name);
  });
  return mine;
}

/** Sent as the body of a request by the submitter, or given to an operator's command. */
const upload: SubmissionSource = { kind: 'upload' };

/** What is known of a publish that was done before. */
function stagesOf(entry: IndexEntry, version: string): Stages {
  const found = entry.versions.find((published) => published.version === version);
  const at = found?.publishedAt ?? null;
  return { ...noStages, submitted: at, validated: at, stored: at, indexed: at };
}

function expectName(name: string, { expectedName }: PublishRequest): void {
  if (expectedName === undefined || name === expectedName) return;
  throw new RegistryError(
    'name-mismatch',
    `Expected a package of '${expectedName}'; its manifest says '${name}'`,
    { hint: 'Publish to the address of the name in package.json.' },
  );
}
