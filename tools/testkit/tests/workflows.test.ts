import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { checkAction, checkWorkflow } from '../src/workflows/check-workflow.ts';
import { jobPowers } from '../src/workflows/job-powers.ts';
import { parseAction, parseWorkflow } from '../src/workflows/parse-workflow.ts';
import {
  readTemplateWorkflow,
  readWorkflows,
  type WorkflowFile,
} from '../src/workflows/read-workflows.ts';
import { checkSteps } from '../src/workflows/rules/check-steps.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let files: { workflows: WorkflowFile[]; actions: WorkflowFile[] };
let template: WorkflowFile;

beforeAll(async () => {
  files = await readWorkflows(root);
  template = await readTemplateWorkflow(root);
});

function check({ name, text }: Pick<WorkflowFile, 'name' | 'text'>): string[] {
  return files.actions.some((action) => action.name === name)
    ? checkAction(parseAction(name, text))
    : checkWorkflow(parseWorkflow(name, text));
}

test('the workflows keep every rule', () => {
  expect([...files.workflows, ...files.actions].flatMap(check)).toEqual([]);
});

test('every job that may do something is there', () => {
  const places = files.workflows.flatMap(({ name, text }) =>
    Object.keys(parseWorkflow(name, text).jobs).map((id) => `${name}/${id}`),
  );
  expect(places.toSorted()).toEqual(Object.keys(jobPowers).toSorted());
});

test('the workflow that new extensions get may read alone, and gives a token to one step', () => {
  const { permissions, jobs } = parseWorkflow(template.name, template.text);
  const { publish } = jobs;
  expect([permissions, Object.keys(jobs), publish?.permissions]).toEqual([
    {},
    ['publish'],
    { contents: 'read' },
  ]);
  expect(checkSteps(publish?.steps ?? [], { text: template.text })).toEqual([]);
  const secret = publish?.steps?.filter((step) => JSON.stringify(step).includes('secrets.'));
  expect(secret).toMatchObject([{ run: expect.stringContaining('orchestra ext publish') }]);
});

test('an action is pinned to the same commit everywhere', () => {
  const text = [...files.workflows, ...files.actions, template].map((file) => file.text).join('\n');
  const pins = new Set(text.match(/uses: [\w-]+\/[\w-]+@.*$/gm));
  const actions = new Set([...pins].map((pin) => pin.split('@')[0]));
  expect(pins.size).toBe(actions.size);
});

/** What someone might change, and the rule that must say no. */
const broken: readonly [rule: string, file: string, from: string | RegExp, to: string][] = [
  ['top-permissions', 'submission', 'permissions: {}', 'permissions: { contents: write }'],
  ['top-permissions', 'publish', 'permissions: {}\n', ''],
  ['top-env', 'publish', 'permissions: {}', 'permissions: {}\nenv: { A: b }'],
  [
    'no-permissions',
    'submission',
    / {4}permissions:\n {6}contents: read\n {6}pull-requests: read\n/,
    '',
  ],
  ['writes', 'submission', 'pull-requests: read', 'pull-requests: write'],
  ['writes', 'publish', 'pull-requests: read', 'id-token: write'],
  ['writes', 'ci', 'contents: read', 'contents: write'],
  ['secrets', 'submission', '${{ github.token }}', '${{ secrets.REGISTRY_APP_PRIVATE_KEY }}'],
  ['secrets', 'publish', '${{ github.token }}', '${{ toJSON(secrets) }}'],
  ['secrets', 'site', 'env:', 'env:\n          DATABASE_URL: ${{ secrets.DATABASE_URL }}'],
  [
    'secrets-passed',
    'publish',
    'uses: ./.github/workflows/site.yml',
    'uses: ./.github/workflows/site.yml\n    secrets: inherit',
  ],
  ['environment', 'publish', '    environment: production\n', ''],
  ['identity-unbound', 'publish', '    environment: production\n', ''],
  [
    'environment',
    'submission',
    '    needs: validate',
    '    environment: production\n    needs: validate',
  ],
  [
    'app-key',
    'submission',
    'INPUT_TOKEN: ${{ steps.app.outputs.token }}',
    'INPUT_TOKEN: ${{ secrets.REGISTRY_APP_PRIVATE_KEY }}',
  ],
  ['app-permissions', 'submission', '          permission-issues: write\n', ''],
  ['app-permissions', 'publish', 'permission-issues', 'permission-workflows'],
  ['app-permissions', 'publish', 'client-id:', 'owner: orchestra\n          client-id:'],
  ['unknown-job', 'ci', '  ok:', '  other:'],
  ['unknown-action', 'ci', /actions\/checkout@/, 'tidewater/checkout@'],
  ['unpinned', 'ci', /actions\/checkout@\w+ # \S+/, 'actions/checkout@v7'],
  ['unpinned', 'publish', / # v3\.0\.0/, ''],
  [
    'unpinned',
    'publish',
    './.github/workflows/site.yml',
    'tidewater/registry/.github/workflows/site.yml@main',
  ],
  ['credentials-persisted', 'publish', 'persist-credentials: false', 'fetch-depth: 0'],
  [
    'credentials-persisted',
    'submission',
    'persist-credentials: false',
    'persist-credentials: true',
  ],
  ['checks-out', 'submission', 'ref: main', 'ref: ${{ github.event.pull_request.head.sha }}'],
  ['checks-out', 'submission', 'ref: main', 'ref: refs/pull/1/merge'],
  ['checks-out', 'submission', '          ref: main\n', ''],
  ['checks-out', 'submission', 'ref: main', 'ref: main\n          repository: tidewater/fork'],
  [
    'interpolated',
    'submission',
    'action -- validate',
    'action -- validate ${{ github.event.pull_request.title }}',
  ],
  ['interpolated', 'resync', '${REBUILD:+--rebuild}', '${{ inputs.rebuild }}'],
  [
    'interpolated',
    'publish',
    'action -- publish-apply',
    'action -- publish-apply ${{ steps.app.outputs.token }}',
  ],
  ['interpolated', 'setup', '--no-fund', '${{ inputs.scripts }}'],
  ['untrusted', 'submission', '${{ github.token }}', '${{ github.event.pull_request.title }}'],
  ['untrusted', 'submission', '${{ github.token }}', '${{ github.head_ref }}'],
  ['untrusted', 'submission', '${{ github.token }}', '${{ toJSON(github.event) }}'],
  ['cached', 'setup', 'package-manager-cache: false', 'cache: npm'],
  [
    'cached',
    'submission',
    '- uses: ./.github/actions/setup',
    '- uses: actions/cache/restore@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0\n      - uses: ./.github/actions/setup',
  ],
  [
    'scripts',
    'publish',
    './.github/actions/setup',
    './.github/actions/setup\n        with: { scripts: "true" }',
  ],
  ['timeout', 'submission', '    timeout-minutes: 15\n', ''],
  ['timeout', 'submission', 'timeout-minutes: 15', 'timeout-minutes: 360'],
  ['machine', 'publish', 'ubuntu-24.04', 'self-hosted'],
  ['trigger', 'ci', 'pull_request:', 'pull_request_target:'],
  ['trigger', 'submission', "    paths: ['registry-index/submissions/**']\n", ''],
  ['trigger', 'publish', 'workflow_dispatch:', 'workflow_run: { workflows: [ci] }'],
  ['concurrency', 'publish', 'cancel-in-progress: false', 'cancel-in-progress: true'],
  ['concurrency', 'publish', 'group: publish', 'group: publish-${{ github.ref }}'],
  [
    'concurrency',
    'submission',
    'permissions: {}',
    'permissions: {}\nconcurrency: { group: submission }',
  ],
];

test.each(broken)('%s is a rule: %s with %s as %s', (rule, name, from, to) => {
  const file = [...files.workflows, ...files.actions].find((one) => one.name === name);
  const text = file?.text.replace(from, () => to) ?? '';
  expect(text).not.toBe(file?.text);
  const rules = check({ name, text }).map((one) => one.split(': ')[1]);
  expect(rules).toContain(rule);
});
