import type { Step } from '../workflow.ts';

/** Actions that may be used, all of people who make nothing of what they are given. */
const known: ReadonlySet<string> = new Set([
  'actions/cache/restore',
  'actions/cache/save',
  'actions/checkout',
  'actions/create-github-app-token',
  'actions/deploy-pages',
  'actions/download-artifact',
  'actions/setup-node',
  'actions/upload-artifact',
  'actions/upload-pages-artifact',
  'google-github-actions/auth',
]);

/** Texts of an event that can say nothing but a number. */
const plainEvent = /^github\.event\.(?:pull_request|issue)\.number$/;

/**
 * Checks the steps of a job or a composite action.
 *
 * @param of.text that they were read from
 * @returns the rules that are broken, with what breaks them
 */
export function checkSteps(steps: readonly Step[], { text }: { text: string }): string[] {
  return steps.flatMap((step) => [
    ...checkUses(step.uses, { text }),
    ...checkCheckout(step),
    ...checkRun(step.run),
    ...checkUntrusted(step),
    ...checkCache(step),
  ]);
}

function checkUses(uses: string | undefined, { text }: { text: string }): string[] {
  if (uses === undefined || uses.startsWith('./.github/')) return [];
  const [action = '', ref = ''] = uses.split('@');
  const pinned = /^[0-9a-f]{40}$/.test(ref);
  const named = new RegExp(`${action}@${ref} # v\\d+\\.\\d+\\.\\d+\\n`).test(text);
  return [
    ...(known.has(action) ? [] : [`unknown-action: ${uses}`]),
    ...(pinned && named ? [] : [`unpinned: ${uses}`]),
  ];
}

/** What is checked out is main, whatever started the workflow; only in a fork's run it is the fork's. */
function checkCheckout({ uses, with: inputs = {} }: Step): string[] {
  if (uses?.startsWith('actions/checkout@') !== true) return [];
  const { 'persist-credentials': persisted, ref, ...others } = inputs;
  return [
    ...(persisted === false ? [] : ['credentials-persisted: checkout']),
    ...(ref === undefined || ref === 'main' ? [] : [`checks-out: ${String(ref)}`]),
    ...Object.keys(others).map((key) => `checks-out: with ${key}`),
  ];
}

/** Whatever a shell gets comes by its environment. */
function checkRun(run = ''): string[] {
  return run.includes('${{') ? [`interpolated: ${run}`] : [];
}

function checkUntrusted(step: Step): string[] {
  const texts = Object.values({ ...step.env, ...step.with }).map(String);
  const asked = texts.flatMap(
    (text) => text.match(/github\.(?:event\.[\w.*-]+|head_ref|event\b)/g) ?? [],
  );
  return asked.filter((one) => !plainEvent.test(one)).map((one) => `untrusted: ${one}`);
}

/** A cache is written by whoever runs first. */
function checkCache({ uses = '', with: inputs = {} }: Step): string[] {
  if (!uses.startsWith('actions/setup-node@')) return [];
  const cached = inputs['package-manager-cache'] !== false || inputs['cache'] !== undefined;
  return cached ? ['cached: setup-node'] : [];
}
