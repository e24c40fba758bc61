import {
  hasErrors,
  OwnerSchema,
  parseSubmission,
  parseValue,
  problem,
  type Problem,
  RegistryError,
  type Submission,
  submissionPath,
  type Submitter,
  type ProblemSummary,
  type Validation,
} from '@orchestra/core';
import { sortProblems } from '@orchestra/packaging';
import type { GitHub, RepositoryName } from '@orchestra/github';
import { type IndexSnapshot, readIndexConfig, readCurated } from '@orchestra/registry';
import { isFinal } from '../is-final.ts';
import type { DownloadContext } from '../asset/download-asset.ts';
import { readSubmitted } from '../asset/read-submitted.ts';
import { toFailure } from '../to-failure.ts';
import { belowIndex } from './below-index.ts';
import { checkPull, findSubmitted, touchesSubmissions } from './check-pull.ts';
import { type Judgement, judgePublish, judgeStatus } from './judge.ts';
import { readPull, type ReadPull } from './read-pull.ts';
import { readTreeFile } from './read-tree-file.ts';

/** The pull request to validate. */
export interface ValidateInput {
  repository: RepositoryName;
  pullRequest: number;
  /** Path for the downloaded package. */
  file: string;
}

/** Settings for a validation; none of them gives write access. */
export interface ValidateContext extends DownloadContext {
  github: GitHub;
  /** The index on main. */
  snapshot: IndexSnapshot;
  now: () => Date;
}

/**
 * Validates a pull request and returns the result as data. Nothing of it is checked out or run.
 *
 * @throws RegistryError where the pull request itself can't be read
 */
export async function validate(
  input: ValidateInput,
  context: ValidateContext,
): Promise<Validation> {
  const pull = await readPull(input.pullRequest, { ...context, ...input });
  const told = {
    format: 1,
    pullRequest: pull.number,
    head: pull.head,
    checkedAt: context.now().toISOString(),
  } as const;
  const nothing = { submission: null, submitter: null, problems: [], failure: null, facts: null };
  if (!pull.isWanted || !touchesSubmissions(pull)) {
    return { ...told, ...nothing, decision: 'ignore' };
  }
  const { submission, problems } = await readSubmission(pull, { ...context, ...input });
  const of = { ...told, ...nothing, submission, problems };
  try {
    const submitter = readSubmitter(pull);
    // the rest is checked even where the pull request can't be merged as it is
    const judged =
      submission === null ? null : await judge(submission, { ...context, ...input, submitter });
    const found = sortProblems([...problems, ...(judged?.problems ?? [])]);
    const decision = judged === null || hasErrors(found) ? 'refuse' : judged.decision;
    return { ...of, submitter, problems: found, facts: judged?.facts ?? null, decision };
  } catch (error) {
    const more: readonly ProblemSummary[] = error instanceof RegistryError ? error.problems : [];
    const decision = isFinal(error) || hasErrors(problems) ? 'refuse' : 'wait';
    return { ...of, problems: [...problems, ...more], failure: toFailure(error), decision };
  }
}

async function readSubmission(
  pull: ReadPull,
  context: ValidateContext & ValidateInput,
): Promise<{ submission: Submission | null; problems: Problem[] }> {
  const problems = checkPull(pull, { server: context.hosts.server });
  const path = findSubmitted(pull)?.path;
  const below = path === undefined ? null : belowIndex(path);
  if (path === undefined || below === null) return { submission: null, problems };
  const file = await readTreeFile({ head: pull.head, path }, context);
  if (file === null || file.mode !== '100644' || file.text === null) {
    const found = file === null ? 'nothing' : `a ${file.type} of mode ${file.mode}`;
    const message = `Expected a small file of mode 100644; found ${found}`;
    return {
      submission: null,
      problems: [...problems, problem('submission-mode', { path, message })],
    };
  }
  const parsed = parseSubmission(file.text, { path: below });
  return { ...parsed, problems: [...problems, ...parsed.problems] };
}

/** @throws RegistryError `not-an-owner` for an author that isn't an account of a person or an organisation */
function readSubmitter({ author }: ReadPull): Submitter {
  const owner = { provider: 'github', id: author?.id, login: author?.login };
  const parsed = parseValue(OwnerSchema, owner);
  if (parsed.ok) return parsed.value;
  throw new RegistryError('not-an-owner', `${author?.login ?? 'ghost'} can't own an extension`, {
    hint: 'Open the pull request with an account of a person.',
  });
}

async function judge(
  submission: Submission,
  context: ValidateContext & ValidateInput & { submitter: Submitter },
): Promise<Judgement & { problems: Problem[] }> {
  if (submission.action !== 'publish') {
    return { ...(await judgeStatus(submission, context)), problems: [] };
  }
  const [{ limits }, { reservedNames }] = await Promise.all([
    readIndexConfig(context.snapshot),
    readCurated(context.snapshot),
  ]);
  const path = submissionPath(submission);
  const submitted = await readSubmitted(submission, { ...context, limits, reservedNames, path });
  const judged = await judgePublish(submission, { ...context, submitted });
  return { ...judged, problems: [...submitted.passed.problems, ...judged.near] };
}
