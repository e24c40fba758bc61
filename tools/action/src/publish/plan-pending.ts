import {
  docKey,
  inParallel,
  RegistryError,
  submissionPath,
  type PublishSubmission,
} from '@orchestra/core';
import type { GitHub } from '@orchestra/github';
import {
  type GitIndex,
  listPending,
  type Pending,
  readIndexConfig,
  readCurated,
} from '@orchestra/registry';
import { needsReview } from '@orchestra/packaging';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFinal } from '../is-final.ts';
import type { DownloadContext } from '../asset/download-asset.ts';
import { readSubmitted, type SubmittedContext } from '../asset/read-submitted.ts';
import { toFailure } from '../to-failure.ts';
import { docFile, packageFile, type PlannedSubmission, type PublishPlan } from './plan-schema.ts';

/** Settings for making a plan; none of them gives write access, or access to the cloud. */
export interface PendingContext extends DownloadContext {
  github: GitHub;
  index: GitIndex;
  log(text: string): void;
}

/**
 * Downloads, hashes, parses and checks every pending submission, and writes the plan to a folder for the job
 * that may store it. A failed submission doesn't affect the others.
 *
 * @param input.folder is created anew
 */
export async function planPending(
  input: { folder: string },
  context: PendingContext,
): Promise<PublishPlan> {
  const { index, log } = context;
  await rm(input.folder, { recursive: true, force: true });
  await mkdir(input.folder, { recursive: true });
  const snapshot = await index.snapshot();
  const [{ limits }, { reservedNames }] = await Promise.all([
    readIndexConfig(snapshot),
    readCurated(snapshot),
  ]);
  const pending = await listPending(index, snapshot);
  const planned: PlannedSubmission[] = [];
  await inParallel([...pending.entries()], {
    atOnce: 2, // a package is unpacked in memory
    run: async ([nth, one]) => {
      const folder = input.folder;
      planned[nth] = await planOne(one, { ...context, limits, reservedNames, folder, nth });
      log(`${one.path}: ${planned[nth].kind}`);
    },
  });
  const plan: PublishPlan = { format: 1, submissions: planned };
  await writeFile(join(input.folder, 'plan.json'), `${JSON.stringify(plan, null, 2)}\n`);
  return plan;
}

type OneContext = SubmittedContext & { folder: string; nth: number; log(text: string): void };

async function planOne(
  { path, submission, problems }: Pending,
  context: OneContext,
): Promise<PlannedSubmission> {
  try {
    if (submission === null) {
      throw new RegistryError('problems-found', `${path} is no submission`, { problems });
    }
    if (submission.action !== 'publish') return { kind: 'status', path, submission };
    return await planRelease(submission, context);
  } catch (error) {
    if (!(error instanceof RegistryError)) context.log(`bug: ${String(error)}`);
    return {
      kind: isFinal(error) ? 'never' : 'later',
      path,
      failure: toFailure(error),
      problems: error instanceof RegistryError ? [...error.problems] : [],
    };
  }
}

async function planRelease(
  submission: PublishSubmission,
  context: OneContext,
): Promise<PlannedSubmission> {
  const path = submissionPath(submission);
  const file = join(context.folder, packageFile(context.nth));
  await mkdir(dirname(file), { recursive: true });
  const { found, passed } = await readSubmitted(submission, { ...context, path, file });
  const { manifest, facts, docs, unclearCode, contents, problems } = passed;
  const { kind: _asset, ...source } = found.source;
  for (const [nth, doc] of docs.entries()) {
    const target = join(context.folder, docFile(context.nth, nth));
    await mkdir(dirname(target), { recursive: true });
    const content = contents.get(docKey(manifest.name, manifest.version, doc));
    if (content instanceof Uint8Array) await writeFile(target, content);
    else if (content !== undefined) await cp(content.file, target);
  }
  return {
    kind: 'publish',
    path,
    submission,
    manifest,
    facts,
    docs,
    unclearCode,
    needsReview: needsReview(problems),
    source,
  };
}
