import { fillFork } from '../actions/fork-repository.ts';
import { mayChangeWorkflows } from '../actions/check-workflow-scope.ts';
import { followRefMove } from '../actions/move-ref.ts';
import { isVisible, mayDo } from '../http/access.ts';
import { authenticate, readBasic } from '../http/authenticate.ts';
import { GitHubError } from '../http/github-error.ts';
import type { Answer } from '../http/route.ts';
import { fullName, type Repository } from '../state/repository.ts';
import type { Token } from '../state/token.ts';
import type { World } from '../state/world.ts';
import type { GitRequest } from './git-path.ts';
import { parseCommands, type PushCommand } from './parse-commands.ts';
import { noObject, readRef } from './refs.ts';
import { runHttpBackend } from './run-http-backend.ts';

/** A request of git over HTTP. */
export interface GitCall {
  git: GitRequest;
  method: string;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/** Answers git over HTTP, with the token as the password or as a bearer. */
export async function answerGit(world: World, call: GitCall): Promise<Answer> {
  let token: Token | null;
  try {
    token = authenticate(world, toBearer(call.headers['authorization']));
  } catch (error) {
    if (error instanceof GitHubError) return unauthorized();
    throw error;
  }
  const repository =
    world.findRepository(call.git.name) ??
    world.formerNames.get(call.git.name.toLowerCase()) ??
    null;
  if (repository === null || !isVisible(world, token, repository)) {
    return token === null ? unauthorized() : text(404, 'Repository not found.');
  }
  if (!repository.ready) await fillFork(repository);
  if (call.git.pushes) return answerPush(world, { call, repository, token });
  return run(call, { repository, token });
}

async function answerPush(
  world: World,
  { call, repository, token }: { call: GitCall; repository: Repository; token: Token | null },
): Promise<Answer> {
  if (token === null) return unauthorized();
  const need = { permission: 'contents', level: 'write', role: 'write' } as const;
  if (!mayDo(world, token, { repository, need })) {
    const who = token.account.login;
    return text(403, `Permission to ${fullName(repository)}.git denied to ${who}.`);
  }
  const answer = await run(call, { repository, token });
  for (const command of parseCommands(call.body)) {
    if (!(await isCarriedOut(repository, command))) continue;
    await followRefMove(
      world,
      { repository, token, account: token.account },
      { name: command.name, before: orNull(command.before), after: orNull(command.after) },
    );
  }
  return answer;
}

function run(
  { git, method, url, headers, body }: GitCall,
  { repository, token }: { repository: Repository; token: Token | null },
): Promise<Answer> {
  const { directory } = repository;
  return runHttpBackend({
    directory,
    method,
    service: git.service,
    query: url.search.slice(1),
    headers,
    body,
    user: token?.account.login ?? null,
    env: { MAY_CHANGE_WORKFLOWS: token !== null && !mayChangeWorkflows(token) ? 'no' : 'yes' },
  });
}

async function isCarriedOut(repository: Repository, command: PushCommand): Promise<boolean> {
  return (await readRef(repository.directory, command.name)) === orNull(command.after);
}

function orNull(sha: string): string | null {
  return sha === noObject ? null : sha;
}

/** git sends a token as the password; any user is right. */
function toBearer(header: string | undefined): string | undefined {
  const basic = readBasic(header);
  return basic === null ? header : `bearer ${basic.password || basic.user}`;
}

function unauthorized(): Answer {
  const headers = { 'www-authenticate': 'Basic realm="GitHub"' };
  return { ...text(401, 'Invalid username or token.'), headers };
}

function text(status: number, message: string): Answer {
  return { status, bytes: Buffer.from(`${message}\n`) };
}
