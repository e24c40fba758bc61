import { noStages, type Stages, type Validation } from '@orchestra/core';
import { type GitHub, isAnswer, type RepositoryName } from '@orchestra/github';
import { renderComment, type SubmissionOutcome } from '../comment/render-comment.ts';
import { type CommentPlace, findComments, keepComment } from '../github/keep-comment.ts';
import { keepLabels, type Label } from '../github/keep-labels.ts';
import { findVerdict } from './find-verdict.ts';
import { requireSubmission } from './require-submission.ts';

/** The validation to report: data from another job, which read untrusted files. */
export interface ReportInput {
  repository: RepositoryName;
  validation: Validation;
}

/** GitHub and the settings of a report. */
export interface ReportContext {
  /** Uses the token of the registry's App, because a merge with `GITHUB_TOKEN` starts no workflow. */
  github: GitHub;
  /** Login of the App. */
  bot: string;
}

/** What the report did; `ignored` and `moved` mean nothing. */
export interface Reported {
  outcome: SubmissionOutcome | 'ignored' | 'moved';
  /** Markdown for the summary of the run. */
  text: string;
}

/**
 * Reports the state of a submission in one comment and by labels, and merges it if allowed: only the head
 * that was validated, not while `hold` is set or a reviewer with write access requests changes, and a new
 * name or unresolved code only after an approval of that head. Repeating it changes nothing.
 *
 * @throws RegistryError `problems-found` where the merge would bring anything but the submission
 */
export async function reportSubmission(
  input: ReportInput,
  context: ReportContext,
): Promise<Reported> {
  const { repository, validation } = input;
  const { pullRequest, head } = validation;
  if (validation.decision === 'ignore') return { outcome: 'ignored', text: 'No submission.\n' };
  const { github } = context;
  const place: CommentPlace = { ...context, repository, pullRequest };
  const { data: pull } = await github.rest.pulls.get({ ...repository, pull_number: pullRequest });
  if (pull.state !== 'open' || pull.head.sha !== head) return moved;

  const [earlier] = await findComments(place);
  const told = earlier?.mark.head === head ? earlier.mark.stages.validated : null;
  const stages: Stages = {
    ...noStages,
    submitted: toTime(pull.created_at),
    validated: isPassed(validation) ? (told ?? validation.checkedAt) : null,
  };
  const tell = async (
    outcome: SubmissionOutcome,
    { at = stages, requestedBy = [] }: { at?: Stages; requestedBy?: readonly string[] } = {},
  ) => {
    const content = { ...contentOf(validation), outcome, stages: at, requestedBy };
    const text = renderComment(content);
    await keepLabels(labelsOf(outcome, validation), place);
    await keepComment(text, place);
    return { outcome, text };
  };

  if (validation.decision === 'refuse') return tell('refused');
  if (validation.decision === 'wait') return tell('waiting');
  const authorId = validation.submitter?.id ?? 0;
  const reviewed = { pullRequest, head, authorId };
  const { isApproved, requestedBy } = await findVerdict(reviewed, { github, repository });
  if (requestedBy.length > 0) return tell('changes-requested', { requestedBy });
  if (validation.decision === 'review' && !isApproved) return tell('needs-review');
  if (pull.labels.some(({ name }) => name === 'hold')) return tell('held');

  await requireSubmission(validation, { github, repository });
  await keepLabels(labelsOf('merged', validation), place); // `publish-apply` finds it by these labels
  const merged = await merge(input, { github });
  if (merged === 'moved') return moved;
  if (merged === 'conflict') return tell('conflict');
  return tell('merged', { at: { ...stages, merged: merged.at } });
}

const moved: Reported = {
  outcome: 'moved',
  text: 'The head has moved since it was validated, or the pull request was closed: the next run looks again.\n',
};

function isPassed({ decision }: Validation): boolean {
  return decision === 'merge' || decision === 'review';
}

function contentOf(validation: Validation) {
  const { submission, head, problems, failure, facts } = validation;
  const requestsBadge = submission?.action === 'publish' && submission.requestVerified === true;
  return { submission, head, problems, failure, facts, requestsBadge };
}

function labelsOf(outcome: SubmissionOutcome, validation: Validation): Label[] {
  const { requestsBadge } = contentOf(validation);
  const byOutcome: Record<SubmissionOutcome, Label[]> = {
    refused: ['refused'],
    waiting: ['waiting'],
    held: ['validated'],
    'needs-review': ['validated', 'needs-review'],
    'changes-requested': ['validated', 'needs-review'],
    conflict: ['refused'],
    merged: ['validated', 'publishing'],
    published: ['validated', 'published'],
    dropped: ['refused'],
  };
  return [...byOutcome[outcome], ...(requestsBadge ? (['badge-requested'] as const) : [])];
}

/**
 * Merges the validated head by a merge commit, which keeps the author's commit and adds no email of GitHub's.
 */
async function merge(
  { repository, validation }: ReportInput,
  { github }: { github: GitHub },
): Promise<{ at: string } | 'moved' | 'conflict'> {
  const { pullRequest, head, submission } = validation;
  const named = { ...repository, pull_number: pullRequest };
  const what = `${submission?.action ?? 'submit'} ${submission?.name ?? ''} ${submission?.version ?? ''}`;
  try {
    await github.rest.pulls.merge({
      ...named,
      sha: head,
      merge_method: 'merge',
      commit_title: `Merge #${pullRequest}: ${what}`,
      commit_message: '',
    });
  } catch (error) {
    if (isAnswer(error, 409)) return 'moved';
    if (!isAnswer(error, 405)) throw error;
    const { data } = await github.rest.pulls.get(named);
    if (!data.merged) return data.head.sha === head ? 'conflict' : 'moved';
  }
  const { data } = await github.rest.pulls.get(named);
  return { at: toTime(data.merged_at ?? '') ?? validation.checkedAt };
}

/** Converts a time of GitHub, without milliseconds, to the registry's format. */
function toTime(text: string): string | null {
  const at = new Date(text);
  return Number.isNaN(+at) ? null : at.toISOString();
}
