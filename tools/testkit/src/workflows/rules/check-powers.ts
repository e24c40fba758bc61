import { jobPowers } from '../job-powers.ts';
import type { Job, Step } from '../workflow.ts';

/**
 * Checks that a job may do what it needs, and nothing else.
 *
 * @param place `workflow/job`
 */
export function checkPowers(place: string, job: Job): string[] {
  const { permissions, environment = null } = job;
  if (permissions === undefined) return ['no-permissions: it has those of the repository'];
  const allowed = jobPowers[place];
  if (allowed === undefined) return ['unknown-job: say in job-powers.ts what it may do'];
  const writes = Object.keys(permissions).filter((one) => permissions[one] === 'write');
  return [
    ...differ('writes', { expected: allowed.writes, found: writes }),
    ...differ('secrets', { expected: allowed.secrets, found: secretsOf(job) }),
    ...differ('environment', {
      expected: allowed.environment === null ? [] : [allowed.environment],
      found: environment === null ? [] : [environment],
    }),
    ...checkIdentity(job, writes),
    ...(job.secrets === undefined ? [] : ['secrets-passed: a workflow that is called gets none']),
    ...(job.steps ?? []).flatMap(checkAppKey),
  ];
}

function differ(what: string, of: { expected: readonly string[]; found: string[] }): string[] {
  const [expected, found] = [of.expected, of.found].map((names) =>
    [...names].toSorted().join(', '),
  );
  return expected === found ? [] : [`${what}: expected '${expected}', found '${found}'`];
}

/** All of them where they are not asked for by name. */
function secretsOf(job: Job): string[] {
  const text = JSON.stringify(job.steps ?? []);
  const named = [...text.matchAll(/\bsecrets\.(\w+)/g)].map((match) => match[1] ?? '');
  const others = text.replaceAll(/\bsecrets\.\w+/g, '').match(/\bsecrets\b/g) ?? [];
  return [...new Set([...named, ...others.map(() => '*')])];
}

/** Who can be somebody else in a cloud is bound to an environment, which only main may use. */
function checkIdentity({ uses, environment }: Job, writes: string[]): string[] {
  const isBound = environment !== undefined || uses?.startsWith('./') === true;
  return writes.includes('id-token') && !isBound ? ['identity-unbound: no environment'] : [];
}

/** The key of the App goes to what makes a token of it, which is told what that token may do. */
function checkAppKey({ uses = '', with: inputs = {}, env = {}, run = '' }: Step): string[] {
  const makesToken = uses.startsWith('actions/create-github-app-token@');
  const { 'private-key': _key, ...others } = makesToken ? inputs : { ...inputs, 'private-key': '' };
  const elsewhere = JSON.stringify([others, env, run, makesToken ? '' : inputs]);
  if (elsewhere.includes('REGISTRY_APP_PRIVATE_KEY')) return ['app-key: given to another step'];
  if (!makesToken) return [];
  const asked = Object.keys(inputs).filter((key) => key.startsWith('permission-'));
  const wanted = ['permission-contents', 'permission-issues', 'permission-pull-requests'];
  const reaches = ['owner', 'repositories', 'enterprise', 'skip-token-revoke'];
  return [
    ...differ('app-permissions', { expected: wanted, found: asked }),
    ...reaches.filter((key) => key in inputs).map((key) => `app-permissions: ${key}`),
  ];
}
