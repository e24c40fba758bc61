import {
  type Failure,
  renderReceiptMark,
  type Stages,
  type Submission,
  type ProblemSummary,
  type Validation,
} from '@orchestra/core';
import { needsReview } from '@orchestra/packaging';
import { quote } from './quote.ts';
import { renderAnalysisDetails } from './render-analysis-details.ts';
import { renderFacts } from './render-facts.ts';

/** State of a submission after validation. */
export type SubmissionOutcome =
  | 'refused'
  | 'waiting'
  | 'held'
  | 'needs-review'
  | 'changes-requested'
  | 'conflict'
  | 'merged'
  | 'published'
  | 'dropped';

/** Content of the registry's comment on a pull request. */
export interface CommentContent {
  outcome: SubmissionOutcome;
  submission: Pick<Submission, 'action' | 'name' | 'version'> | null;
  head: string;
  stages: Stages;
  problems: readonly ProblemSummary[];
  failure: Failure | null;
  facts: Validation['facts'];
  requestsBadge: boolean;
  /** Logins of reviewers whose request for changes blocks the merge. */
  requestedBy?: readonly string[];
}

/** Renders the comment. All text that may be untrusted is quoted. */
export function renderComment(content: CommentContent): string {
  const { submission, failure } = content;
  const title =
    submission === null
      ? 'This pull request'
      : `${quote(`${submission.name} ${submission.version}`)} (${submission.action})`;
  const blocks = [
    renderReceiptMark(content),
    `### ${title}: ${headings[content.outcome]}`,
    renderText(content),
    failure === null ? '' : `${quote(failure.message)}\n\n${hint(failure.hint)}`,
    renderProblems(content.problems),
    content.facts === null ? '' : renderFacts(content.facts, content),
    content.facts === null ? '' : renderAnalysisDetails(content.facts.analysis),
    renderStages(content.stages),
    `<sub>Validated head: ${content.head.slice(0, 10)}. Comment \`/recheck\` to look again.</sub>`,
  ];
  return `${blocks.filter((block) => block.trim() !== '').join('\n\n')}\n`;
}

const headings = {
  refused: 'it can’t be merged as it is',
  waiting: 'it could not be looked at',
  held: 'held by a person',
  'needs-review': 'a person decides',
  'changes-requested': 'changes are requested',
  conflict: 'it does not fit to main any more',
  merged: 'merged, on its way',
  published: 'carried out',
  dropped: 'not carried out',
} as const satisfies Record<SubmissionOutcome, string>;

const texts = {
  refused: 'Mend what stands below and push again: it is looked at again by itself.',
  waiting: 'That is not the fault of the submission. Comment `/recheck` to try again.',
  held: 'It passed; the label `hold` keeps it. It is merged once the label is removed.',
  conflict:
    'Another submission of this version is there, or main has moved: rebase and push again.',
  merged: 'The next run of the workflow `publish` carries it out.',
  published: 'Everything is in place.',
  dropped: 'The submission was removed, and nothing was published. Submit again once it is mended.',
} as const satisfies Record<
  Exclude<SubmissionOutcome, 'needs-review' | 'changes-requested'>,
  string
>;

function renderText(content: CommentContent): string {
  if (content.outcome === 'needs-review') return renderReasons(content);
  if (content.outcome === 'changes-requested') return renderRequests(content);
  return texts[content.outcome];
}

/** Names the reviewers who block the merge, and how they can withdraw. */
function renderRequests({ requestedBy = [] }: CommentContent): string {
  const who = requestedBy.map(quote).join(', ');
  return `It passed, but changes are requested by ${who}. Nothing is merged until each of them approves, or their review is dismissed; a comment, or a push, takes nothing back. Then comment \`/recheck\`.`;
}

/** Explains why a person has to decide, and how. */
function renderReasons({ facts, problems }: CommentContent): string {
  const reasons = [
    ...(facts?.isNewName === true ? ['A new name is claimed for ever.'] : []),
    ...(needsReview(problems)
      ? ['Nobody can tell by reading it what some of its code uses: see `permission-unresolved`.']
      : []),
  ];
  return `It passed. ${reasons.join(' ')} So someone who may write here approves it first: approve this very head in a review, then comment \`/recheck\`. A push after that needs another approval.`;
}

/** Most problems that are listed; GitHub allows 65,536 characters in all. */
const mostProblems = 30;

function renderProblems(problems: readonly ProblemSummary[]): string {
  const lines = problems
    .slice(0, mostProblems)
    .map(
      ({ code, severity, path, message, hint: next }) =>
        `- **${severity}** ${quote(code)} at ${quote(path)}: ${quote(message)}\n  ${hint(next)}`,
    );
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

function hint(text: string | null): string {
  return text === null ? '' : `→ ${quote(text)}`;
}

function renderStages(stages: Stages): string {
  const reached = Object.entries(stages).map(([stage, at]) => `| ${stage} | ${at ?? '…'} |`);
  return ['| Stage | Time |', '| --- | --- |', ...reached].join('\n');
}
