import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeFolder } from '../make-folder.ts';
import { startProcess } from '../run-process.ts';

const program = fileURLToPath(new URL('serve.ts', import.meta.url));

test('a process serves it, and sets its scene for others', async () => {
  await using folder = await makeFolder();
  const child = startProcess([process.execPath, program, folder.path]);
  try {
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const { api, control, app } = JSON.parse(String(line));
    expect(app).toMatchObject({ privateKey: expect.stringContaining('RSA PRIVATE KEY') });
    const command = async (name: string, value: object) => {
      const body = JSON.stringify(value);
      const answer = await fetch(`${control}/${name}`, { method: 'POST', body });
      return { status: answer.status, body: await answer.json() };
    };
    await command('addUser', { login: 'tidewater', id: 7 });
    const added = await command('addRepository', { fullName: 'tidewater/git-lens' });
    expect(added.body).toMatchObject({ directory: expect.stringContaining(folder.path) });
    const repository = await fetch(`${api}/repos/tidewater/git-lens`);
    expect(await repository.json()).toMatchObject({ owner: { id: 7 } });
    expect(await command('addUser', {})).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('login') },
    });
    const { body: requests } = await command('requests', {});
    expect(requests).toMatchObject([{ path: '/api/repos/tidewater/git-lens' }]);
  } finally {
    child.kill();
  }
});
