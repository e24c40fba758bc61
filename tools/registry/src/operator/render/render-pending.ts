import type { PendingSubmission, PendingWork } from '../pending.ts';
import type { Pull } from '../github/list-open-pulls.ts';
import type { Colors, Render } from './render.ts';

/** What waits, and why: submissions, then pull requests. */
export const renderPending: Render<PendingWork> = ({ submissions, pulls }, colors) => {
  const merged = submissions.map((one) => renderSubmission(one, colors)).join('');
  const open = (pulls ?? []).map((pull) => renderPull(pull, colors)).join('');
  const notAsked =
    pulls === null ? colors.dim('Pull requests are told with ORCHESTRA_GITHUB_TOKEN\n') : '';
  return (
    (merged === '' ? 'No submission waits\n' : `Merged, not carried out:\n${merged}`) +
    (open === '' ? (pulls === null ? '' : 'No pull request is open\n') : `Open:\n${open}`) +
    notAsked
  );
};

function renderSubmission(of: PendingSubmission, colors: Colors): string {
  const { path, action, state, why, since, pull } = of;
  const colour = state === 'stuck' ? colors.red : state === 'done' ? colors.green : colors.yellow;
  const from = pull === null ? '' : ` (${pull.url} by ${pull.login ?? 'an account that is gone'})`;
  const when = since === null ? '' : ` since ${since}`;
  return `  ${colour(state)}  ${action ?? 'unreadable'}  ${path}${when}${from}\n    ${why}\n`;
}

function renderPull({ number, url, title, login, labels }: Pull, colors: Colors): string {
  const marks = labels.length === 0 ? '' : ` [${labels.join(', ')}]`;
  return `  #${number}  ${title}${colors.yellow(marks)}\n    ${url} by ${login ?? 'an account that is gone'}\n`;
}
