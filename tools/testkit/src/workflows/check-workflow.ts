import { checkPowers } from './rules/check-powers.ts';
import { checkSteps } from './rules/check-steps.ts';
import type { Action, Job, Workflow } from './workflow.ts';

const longestMinutes = 60;

/** @returns the rules that a composite action breaks */
export function checkAction({ name, runs, text }: Action): string[] {
  return checkSteps(runs.steps, { text }).map((broken) => `${name}: ${broken}`);
}

/** @returns the rules that a workflow breaks: `workflow/job: rule: what breaks it` */
export function checkWorkflow(workflow: Workflow): string[] {
  const { name, text } = workflow;
  return [
    ...checkWhole(workflow).map((broken) => `${name}: ${broken}`),
    ...Object.entries(workflow.jobs).flatMap(([id, job]) => {
      const place = `${name}/${id}`;
      const broken = [
        ...checkPowers(place, job),
        ...checkSteps(job.steps ?? [], { text }),
        ...checkMachine(job),
        ...checkRef(workflow, job),
        ...checkScripts(workflow, job),
        ...checkCaches(place, job),
      ];
      return broken.map((one) => `${place}: ${one}`);
    }),
  ];
}

function checkWhole({ name, on, permissions, concurrency, env }: Workflow): string[] {
  const isNothing = permissions !== undefined && Object.keys(permissions).length === 0;
  const isTarget = 'pull_request_target' in on;
  const isOneAtATime =
    concurrency?.['group'] === 'publish' && concurrency['cancel-in-progress'] === false;
  return [
    ...(isNothing ? [] : ['top-permissions: expected {}']),
    ...(env === undefined ? [] : ['top-env: what every job sees']),
    ...(isTarget && name !== 'submission' ? ['trigger: pull_request_target'] : []),
    ...(isTarget ? checkTarget(on['pull_request_target']) : []),
    ...('workflow_run' in on ? ['trigger: workflow_run'] : []),
    ...(name !== 'publish' || isOneAtATime ? [] : ['concurrency: one publish at a time']),
    // that of a whole workflow is taken by runs in which no job runs: any comment would do
    ...('issue_comment' in on && concurrency !== undefined ? ['concurrency: of a workflow'] : []),
  ];
}

function checkTarget(trigger: unknown): string[] {
  const said = JSON.stringify(trigger);
  const isNarrow =
    said.includes('"branches":["main"]') &&
    said.includes('"paths":["registry-index/submissions/**"]');
  return isNarrow ? [] : ['trigger: pull_request_target of more than submissions to main'];
}

function checkMachine(job: Job): string[] {
  if (job.uses !== undefined)
    return job.uses.startsWith('./.github/') ? [] : ['unpinned: workflow'];
  const minutes = job['timeout-minutes'] ?? Infinity;
  return [
    ...(minutes <= longestMinutes ? [] : ['timeout: expected 60 minutes at most']),
    ...(job['runs-on'] === 'ubuntu-24.04' ? [] : [`machine: ${job['runs-on'] ?? 'none'}`]),
  ];
}

/** Only a run that has no rights may take what it is started with. */
function checkRef({ on }: Workflow, { steps = [] }: Job): string[] {
  if ('pull_request' in on) return [];
  return steps
    .filter(
      ({ uses, with: inputs }) =>
        uses?.startsWith('actions/checkout@') && inputs?.['ref'] !== 'main',
    )
    .map(() => 'checks-out: expected main');
}

/** Install scripts run where nothing can be taken. */
function checkScripts({ name }: Workflow, { steps = [] }: Job): string[] {
  return steps
    .filter(({ with: inputs }) => inputs?.['scripts'] !== undefined && name !== 'ci')
    .map(() => 'scripts: install scripts of packages run');
}

/** What is kept from one run to the next is read by one job, which only main starts, and written by it alone. */
function checkCaches(place: string, { steps = [] }: Job): string[] {
  if (place === 'site/build') return [];
  return steps
    .filter(({ uses }) => uses?.startsWith('actions/cache') === true)
    .map(({ uses }) => `cached: ${uses}`);
}
