import { noStages, renderReceiptMark } from '@orchestra/core';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { keepComment } from './keep-comment.ts';
import { openJobGitHub } from './open-job-github.ts';

const body = renderReceiptMark({ head: 'a'.repeat(40), stages: noStages });

test.each([
  ['is lost after the comment was made', true],
  ['says that nothing was made', false],
])('keepComment() makes one comment where the first answer %s', async (_case, isMade) => {
  const comments: { id: number; body: string; user: { login: string } }[] = [];
  let posts = 0;
  await using server = await serve((method) => {
    if (method === 'POST') {
      posts += 1;
      if (posts > 1 || isMade) comments.push({ id: posts, body, user: { login: 'bot' } });
      if (posts === 1) return { status: 502, told: { message: 'Bad gateway' } };
    }
    return { status: 200, told: method === 'GET' ? comments : {} };
  });
  const github = openJobGitHub({ api: server.url, token: 't', fetch, log() {}, retryAfterMs: 1 });
  const repository = { owner: 'harbor', repo: 'registry' };
  await keepComment(body, { github, repository, pullRequest: 1, bot: 'bot' });
  expect(comments).toHaveLength(1);
  expect(posts).toBe(isMade ? 1 : 2);
});

async function serve(answer: (method: string) => { status: number; told: unknown }) {
  const server = createServer((request, response) => {
    const { status, told } = answer(request.method ?? '');
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
