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
import { removeCodeReviewsOf } from '../code-reviews/remove-code-review.ts';
import { readCurated } from '../curated/read-curated.ts';
import type { GitIndex } from '../index/git-index.ts';
import { publishPassedPackage } from './publish-passed-package.ts';
import { type PassedPackage, readPassedPackage } from './read-passed-package.ts';

/** A package to publish, and how. */
export interface PublishRequest {
  archive: { file: string; sha256?: string };
  submitter: Submitter;
  /** Set where an operator reviewed the code that couldn't be analysed. */
  reviewed?: true;
  preRelease: boolean;
  dryRun: boolean;
  /** The name that the manifest must have; undefined where none was given. */
  expectedName: string | undefined;
}

/** The registry's parts that a publish uses. */
export interface PublishContext {
  index: GitIndex;
  blobs: BlobStore;
  limits: Config['limits'];
  /** Folder of the packages that wait for a person. */
  codeReviews: string;
  now: () => Date;
}

/** A package that was refused because a person has to look at it first. */
export interface HeldPublish {
  passed: PassedPackage;
  /** Path of the package. */
  file: string;
  submitter: Submitter;
  /** `review-required` */
  refusal: RegistryError;
}

/** The result of a publish. */
export interface PublishResult extends Published {
  /** Warnings and notes; an error would have stopped the publish. */
  problems: Problem[];
  /** The plan that was carried out, or that a dry run made; null where nothing changes. */
  plan: Plan | null;
}

/** Limits packages that are unpacked in memory at once. */
const queue = pLimit(2);

/**
 * Publishes an uploaded package: checks, authorises, plans and applies. Authorises and plans again where
 * someone else commits in between. Nothing is stored unless everything passes.
 *
 * @throws RegistryError `problems-found` or `package-invalid` with every problem, `name-mismatch`,
 *   `name-near`, `name-taken`, `source-pinned`, `version-exists`, `review-required`, `blob-conflict`
 */
export async function publishPackage(
  request: PublishRequest,
  context: PublishContext,
): Promise<PublishResult> {
  return publishOrHold(request, context, ({ refusal }) => Promise.reject(refusal));
}

/**
 * Publishes as {@link publishPackage} does, and leaves it to the caller what becomes of a package that a
 * person has to look at first.
 */
export async function publishOrHold<T>(
  request: PublishRequest,
  context: PublishContext,
  hold: (held: HeldPublish) => Promise<T>,
): Promise<PublishResult | T> {
  const submitted = context.now().toISOString();
  return queue(() => publish({ ...request, submitted }, context, hold));
}

async function publish<T>(
  request: PublishRequest & { submitted: string },
  context: PublishContext,
  hold: (held: HeldPublish) => Promise<T>,
): Promise<PublishResult | T> {
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
  ).catch((error: unknown) => {
    if (error instanceof RegistryError && error.code === 'review-required') return error;
    throw error;
  });
  if (done instanceof RegistryError) {
    return hold({ passed, file: archive.file, submitter, refusal: done });
  }
  if (done.kind !== 'planned') await removeCodeReviewsOf({ name, version }, context.codeReviews);
  const { sha256, size } = passed.facts;
  return {
    name,
    version,
    sha256,
    size,
    problems: sortProblems([...passed.problems.filter(isLeft), ...done.near]),
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

/** False for the word that a publish waits for a person: it did not wait any more. */
function isLeft({ code }: Problem): boolean {
  return code !== 'review-required';
}

/** For each name, the last publish that this process has started and not finished. */
const underWay = new Map<string, Promise<void>>();

/** Runs publishes of one name one after the other, so that each sees what the one before committed. */
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

/** The source of a package that was uploaded or given to an operator's command. */
const upload: SubmissionSource = { kind: 'upload' };

/** The stages of a version that was published earlier. */
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
