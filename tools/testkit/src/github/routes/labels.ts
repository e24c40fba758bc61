import { Type } from 'typebox';
import { tellPull } from '../events/tell-pull.ts';
import { requireRepository, requireToken } from '../http/access.ts';
import { alreadyExists, GitHubError, notFound } from '../http/github-error.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { requirePull } from '../http/require-pull.ts';
import { type Call, json, noContent, param, route } from '../http/route.ts';
import type { Label, Pull } from '../state/pull.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { toLabel } from '../views/to-label.ts';

const NewLabel = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 50 }),
  color: Type.Optional(Type.String({ pattern: '^[0-9a-fA-F]{6}$' })),
  description: Type.Optional(Type.String({ maxLength: 100 })),
});
const Names = Type.Object({ labels: Type.Array(Type.String({ minLength: 1, maxLength: 50 })) });
const toRead = { permission: 'issues', level: 'read' } as const;
const toWrite = { permission: 'issues', level: 'write', role: 'write' } as const;

/** Labels of repositories, and of pull requests. */
export const labelRoutes = [
  route('GET /repos/{owner}/{repo}/labels', (call) => {
    const repository = requireRepository(call, toRead);
    return paginate(call, repository.labels, (label) => toLabel(call.world, repository, label));
  }),
  route('POST /repos/{owner}/{repo}/labels', (call) => {
    const repository = requireRepository(call, toWrite);
    const body = readBody(call, NewLabel);
    if (findLabel(repository.labels, body.name) !== null) throw alreadyExists('Label', 'name');
    const label = makeLabel(call.world, { ...body });
    repository.labels.push(label);
    return json(toLabel(call.world, repository, label), 201);
  }),
  route('GET /repos/{owner}/{repo}/labels/{name}', (call) => {
    const repository = requireRepository(call, toRead);
    const label = findLabel(repository.labels, param(call, 'name'));
    if (label === null) throw notFound();
    return json(toLabel(call.world, repository, label));
  }),
  route('GET /repos/{owner}/{repo}/issues/{issue_number}/labels', async (call) => {
    const pull = await requirePull(call, toRead);
    return paginate(call, pull.labels, (label) => toLabel(call.world, pull.repository, label));
  }),
  route('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', async (call) => {
    const pull = await requirePull(call, toWrite);
    for (const name of readBody(call, Names).labels) await addLabel(call, pull, name);
    return listLabels(call, pull);
  }),
  route('PUT /repos/{owner}/{repo}/issues/{issue_number}/labels', async (call) => {
    const pull = await requirePull(call, toWrite);
    const { labels } = readBody(call, Names);
    const wanted = new Set(labels.map((name) => name.toLowerCase()));
    for (const label of pull.labels.filter(({ name }) => !wanted.has(name.toLowerCase()))) {
      await removeLabel(call, pull, label);
    }
    for (const name of labels) await addLabel(call, pull, name);
    return listLabels(call, pull);
  }),
  route('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', async (call) => {
    const pull = await requirePull(call, toWrite);
    const label = findLabel(pull.labels, param(call, 'name'));
    if (label === null) throw new GitHubError(404, 'Label does not exist');
    await removeLabel(call, pull, label);
    return listLabels(call, pull);
  }),
  route('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels', async (call) => {
    const pull = await requirePull(call, toWrite);
    for (const label of pull.labels.slice()) await removeLabel(call, pull, label);
    return noContent;
  }),
];

function listLabels(call: Call, pull: Pull) {
  return json(pull.labels.map((label) => toLabel(call.world, pull.repository, label)));
}

/** Gives a label, which the repository then has as well. */
async function addLabel(call: Call, pull: Pull, name: string): Promise<void> {
  if (findLabel(pull.labels, name) !== null) return;
  const label = ensureLabel(call.world, pull.repository, name);
  pull.labels.push(label);
  const token = requireToken(call);
  await tellPull(call.world, { token, account: token.account }, { pull, action: 'labeled', label });
}

async function removeLabel(call: Call, pull: Pull, label: Label): Promise<void> {
  pull.labels.splice(pull.labels.indexOf(label), 1);
  const token = requireToken(call);
  const cause = { token, account: token.account };
  await tellPull(call.world, cause, { pull, action: 'unlabeled', label });
}

function ensureLabel(world: World, repository: Repository, name: string): Label {
  const present = findLabel(repository.labels, name);
  if (present !== null) return present;
  const label = makeLabel(world, { name });
  repository.labels.push(label);
  return label;
}

function makeLabel(
  world: World,
  { name, color = 'ededed', description }: { name: string; color?: string; description?: string },
): Label {
  return { id: world.nextId(), name, color, description: description ?? null };
}

function findLabel(labels: readonly Label[], name: string): Label | null {
  const wanted = name.toLowerCase();
  return labels.find((label) => label.name.toLowerCase() === wanted) ?? null;
}
