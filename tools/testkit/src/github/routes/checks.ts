import { type Static, Type } from 'typebox';
import { resolveCommit } from '../git/refs.ts';
import { requireRepository, requireToken } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { requireGit } from '../http/require-git.ts';
import { type Call, json, param, route } from '../http/route.ts';
import type { CheckRun, Repository } from '../state/repository.ts';
import { toCheckRun } from '../views/to-check-run.ts';

const Change = {
  status: Type.Optional(
    Type.Union([Type.Literal('queued'), Type.Literal('in_progress'), Type.Literal('completed')]),
  ),
  conclusion: Type.Optional(Type.String()),
  details_url: Type.Optional(Type.String()),
  external_id: Type.Optional(Type.String()),
  output: Type.Optional(
    Type.Object({
      title: Type.Optional(Type.String()),
      summary: Type.String(),
      text: Type.Optional(Type.String()),
    }),
  ),
};
const NewCheckRun = Type.Object({ name: Type.String(), head_sha: Type.String(), ...Change });
const CheckRunChange = Type.Object({ name: Type.Optional(Type.String()), ...Change });
const toWrite = { permission: 'checks', level: 'write' } as const;

/** Checks of commits, which only programs give. */
export const checkRoutes = [
  route('POST /repos/{owner}/{repo}/check-runs', async (call) => {
    const repository = await requireGit(call, toWrite);
    requireProgram(call);
    const body = readBody(call, NewCheckRun);
    const { world } = call;
    if ((await resolveCommit(repository.directory, body.head_sha)) === null) {
      throw new GitHubError(422, `No commit found for SHA: ${body.head_sha}`);
    }
    const run: CheckRun = {
      id: world.nextId(),
      name: body.name,
      headSha: body.head_sha,
      status: 'queued',
      conclusion: null,
      output: { title: null, summary: null, text: null },
      detailsUrl: null,
      externalId: '',
      startedAt: world.now(),
      completedAt: null,
    };
    change(call, run, body);
    repository.checkRuns.push(run);
    return json(toCheckRun(world, { repository, run }), 201);
  }),
  route('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', (call) => {
    const repository = requireRepository(call, toWrite);
    requireProgram(call);
    const run = find(repository, Number(param(call, 'check_run_id')));
    change(call, run, readBody(call, CheckRunChange));
    return json(toCheckRun(call.world, { repository, run }));
  }),
  route('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', async (call) => {
    const repository = await requireGit(call, { permission: 'checks' });
    const sha = await resolveCommit(repository.directory, param(call, 'ref'));
    if (sha === null) throw new GitHubError(422, 'No commit found for SHA');
    const runs = repository.checkRuns.filter(({ headSha }) => headSha === sha);
    return paginate(
      call,
      runs,
      (run) => toCheckRun(call.world, { repository, run }),
      (page) => ({ total_count: runs.length, check_runs: page }),
    );
  }),
];

function requireProgram(call: Call): void {
  const { kind } = requireToken(call);
  if (kind === 'installation' || kind === 'actions') return;
  throw new GitHubError(403, 'You must authenticate via a GitHub App.');
}

function find({ checkRuns }: Repository, id: number): CheckRun {
  const run = checkRuns.find((one) => one.id === id);
  if (run === undefined) throw notFound();
  return run;
}

function change(call: Call, run: CheckRun, body: Static<typeof CheckRunChange>): void {
  const { title = null, summary = null, text = null } = body.output ?? run.output;
  run.name = body.name ?? run.name;
  run.output = { title, summary, text };
  run.detailsUrl = body.details_url ?? run.detailsUrl;
  run.externalId = body.external_id ?? run.externalId;
  run.status = body.conclusion === undefined ? (body.status ?? run.status) : 'completed';
  run.conclusion = body.conclusion ?? run.conclusion;
  run.completedAt = run.status === 'completed' ? call.world.now() : null;
}
