import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerRequest } from './answer-request.ts';
import type { GitHub } from './github.ts';
import { AnswerChecker } from './http/answer-checker.ts';
import type { Answer, Call } from './http/route.ts';
import { makeRouter } from './http/match-route.ts';
import { routes } from './routes/routes.ts';
import { makeScene } from './scene/make-scene.ts';
import { World, type WorldSettings } from './state/world.ts';
import { answerStorage } from './storage/answer-storage.ts';
import { listen } from './transport/listen.ts';
import { readHeaders, readRequest } from './transport/read-request.ts';
import { sendAnswer } from './transport/send-answer.ts';
import { sendFault } from './transport/send-fault.ts';

/** How to start it; what isn't told is as on GitHub. */
export type GitHubOptions = Partial<WorldSettings> & {
  /** Port of the API and the site; a free one, unless told. */
  port?: number;
};

/**
 * Starts a GitHub of one's own: over real git repositories, with answers that are held to GitHub's
 * published schemas. An answer that isn't as described is a 500, and disposing of it then throws.
 *
 * @param options.folder that it keeps; without one, a temporary folder that goes with it
 */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'orchestra-github-')));
  await mkdir(folder, { recursive: true });
  const world = new World({
    deviceInterval: 5,
    rateLimit: { authenticated: 5000, anonymous: 60 },
    ...options,
    folder,
  });
  const checker = await AnswerChecker.open();
  world.checkEvent = (name, payload) => checker.checkEvent(name, payload);
  const parts = { findRoute: makeRouter(routes), checker };
  const failures: unknown[] = [];

  const serve = (answer: (request: Omit<Call, 'params' | 'token' | 'world'>) => Promise<Answer>) =>
    answerAll(world, { answer, failures });
  const site = await listen(
    serve((request) => answerRequest(world, parts, request)),
    options.port,
  );
  const storage = await listen(serve(async ({ url }) => answerStorage(world, url)));
  world.web = site.url;
  world.api = `${site.url}/api`;
  world.uploads = `${site.url}/uploads`;
  world.storage = storage.url;

  return {
    api: world.api,
    web: world.web,
    storage: world.storage,
    ...makeScene(world),
    async [Symbol.asyncDispose]() {
      for (const { server } of [site, storage]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
      if (options.folder === undefined)
        await rm(folder, { recursive: true, force: true, maxRetries: 3 });
      if (failures.length > 0)
        throw new AggregateError(
          failures,
          `the fake GitHub failed: ${failures.map(String).join('; ')}`,
        );
    },
  };
}

function answerAll(
  world: World,
  how: {
    answer: (request: Omit<Call, 'params' | 'token' | 'world'>) => Promise<Answer>;
    failures: unknown[];
  },
): RequestListener {
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url: path = '/' } = request;
    const headers = readHeaders(request);
    const body = await readRequest(request);
    world.requests.push({ method, path, headers });
    const fault = world.faults.take(method, path);
    if (fault !== null && (await sendFault(response, fault))) return;
    const url = new URL(path, world.web);
    sendAnswer(response, await how.answer({ method, url, headers, body }));
  };
  return (request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return; // the client had enough
      how.failures.push(error);
      if (response.headersSent) return void response.destroy();
      sendAnswer(response, { status: 500, body: { message: String(error) } });
    });
  };
}
