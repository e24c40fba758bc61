import {
  authorize,
  type Config,
  hasErrors,
  type IndexEntry,
  type Manifest,
  type Plan,
  planPublish,
  type Published,
  type Stages,
  problem,
  type Problem,
  RegistryError,
  sortProblems,
  type SubmissionSource,
  type Submitter,
} from '@orchestra/core';
import { type ReadArchive, readArchive } from '@orchestra/core/node';
import { prerelease } from 'semver';
import type { BlobContent, BlobStore } from '../blobs/blob-store.ts';
import { readCurated } from '../curated/read-curated.ts';
import type { GitIndex } from '../index/git-index.ts';
import { applyPlan } from './apply-plan.ts';
import { checkNear } from './check-near.ts';
import { explainBlobConflict } from './explain-blob-conflict.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { makeDocs } from './make-docs.ts';
import { retryConflicts } from './retry-conflicts.ts';

/** A package, and what is asked for it. */
export interface PublishRequest {
  archive: { file: string; sha256?: string };
  submitter: Submitter;
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
const queue = limitConcurrency(2);

/**
 * Publishes a package that was sent to the registry: checks, authorises, plans and applies; where
 * someone else commits in between, it authorises and plans again. Nothing is stored unless all of it
 * passes.
 *
 * @throws RegistryError `problems-found` or `package-invalid` with every problem, `name-mismatch`,
 *   `name-near`, `name-taken`, `source-pinned`, `version-exists`, `blob-conflict`
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
  const first = await context.index.snapshot();
  const { reservedNames } = await readCurated(first);
  const read = await readArchive(request.archive.file, {
    limits: context.limits,
    reservedNames,
    ...(request.archive.sha256 === undefined ? {} : { sha256: request.archive.sha256 }),
  });
  const { manifest, problems } = validate(read, request);
  const docs = makeDocs(manifest, read.files);
  const { submitted } = request;
  const stages = { ...noStages, submitted, validated: context.now().toISOString() };
  const { sha256, size } = read.facts;
  const facts = { name: manifest.name, version: manifest.version, sha256, size };

  return retryConflicts(async () => {
    const snapshot = await context.index.snapshot();
    const entry = await snapshot.readEntry(manifest.name);
    allow(request, { name: manifest.name, entry });
    const near = entry === null ? await checkNear(manifest.name, { snapshot, ...request }) : [];
    const { login, id, provider } = request.submitter;
    const planned = planPublish(
      {
        manifest,
        facts: read.facts,
        docs: docs.planned,
        owner: { provider, id, login },
        source: null,
        publishedAt: stages.validated,
      },
      entry,
    );
    const result = { ...facts, stages, problems: sortProblems([...problems, ...near]) };
    if (planned.kind === 'unchanged') {
      return {
        ...result,
        stages: stagesOf(planned.entry, facts.version),
        unchanged: true,
        plan: null,
      };
    }
    const { plan } = planned;
    if (request.dryRun) return { ...result, unchanged: false, plan };
    const contents = new Map<string, BlobContent>(docs.contents);
    for (const { key } of plan.blobs) {
      if (key.startsWith('packages/')) contents.set(key, { file: request.archive.file });
    }
    const { stored, indexed } = await applyPlan(plan, {
      ...context,
      contents,
      parent: snapshot.commit,
    }).catch(async (error: unknown) => {
      throw await explainBlobConflict(error, { plan, index: context.index, snapshot });
    });
    const done = { stored: stored.toISOString(), indexed: indexed.toISOString() };
    return { ...result, stages: { ...stages, ...done }, unchanged: false, plan };
  });
}

const noStages: Stages = {
  submitted: null,
  validated: null,
  merged: null,
  stored: null,
  indexed: null,
  served: null,
  searchable: null,
};

/** What is known of a publish that was done before. */
function stagesOf(entry: IndexEntry, version: string): Stages {
  const found = entry.versions.find((published) => published.version === version);
  const at = found?.publishedAt ?? null;
  return { ...noStages, submitted: at, validated: at, stored: at, indexed: at };
}

function validate(
  read: ReadArchive,
  request: PublishRequest,
): { manifest: Manifest & { version: string }; problems: Problem[] } {
  const { manifest } = read;
  const problems = sortProblems([...read.problems, ...checkFlag(manifest?.version, request)]);
  if (manifest?.version === undefined || hasErrors(problems)) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const what = errors.length === 1 ? 'one error' : `${errors.length} errors`;
    throw new RegistryError('problems-found', `The package has ${what}; nothing was stored`, {
      hint: 'Fix them and publish again; `orchestra ext check` shows them before you publish.',
      problems,
    });
  }
  if (request.expectedName !== undefined && manifest.name !== request.expectedName) {
    throw new RegistryError(
      'name-mismatch',
      `Expected a package of '${request.expectedName}'; its manifest says '${manifest.name}'`,
      { hint: 'Publish to the address of the name in package.json.' },
    );
  }
  return { manifest: { ...manifest, version: manifest.version }, problems };
}

/** A pre-release is published on purpose, and only a pre-release is. */
function checkFlag(version: string | undefined, { preRelease }: PublishRequest): Problem[] {
  if (version === undefined) return [];
  const isPreRelease = prerelease(version) !== null;
  if (isPreRelease === preRelease) return [];
  const path = 'package.json#/version';
  return [
    preRelease
      ? problem('prerelease-flag-wrong', { path, message: `${version} is a stable version` })
      : problem('prerelease-flag-missing', { path, message: `${version} is a pre-release` }),
  ];
}

function allow(request: PublishRequest, of: { name: string; entry: IndexEntry | null }): void {
  const source: SubmissionSource = { kind: 'upload' };
  const answer = authorize(
    { action: 'publish', name: of.name },
    { submitter: request.submitter, source, entry: of.entry },
  );
  if (answer.decision === 'refuse') throw answer.error;
}
