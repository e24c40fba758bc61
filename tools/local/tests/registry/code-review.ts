import { extensionFiles, type RunCli, runProcess, writeFiles } from '@orchestra/testkit';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { RegistryWorld } from './registry-world.ts';

const operatorBin = fileURLToPath(new URL('../../../operator/src/bin.ts', import.meta.url));

const evaluating = 'export const activate = (context) => eval(context.code);\n';

/** From a review that is asked for to what comes of it. */
export function testCodeReview(registry: () => RegistryWorld): void {
  const cli: RunCli = (...call) => registry().cliOf('review-home')(...call);
  const join = (path: string) => registry().folder.join('review', path);

  /** Runs `orchestra ext …` in the folder of the extension. */
  function author(...args: string[]) {
    return cli([...args, '-C', join('tide-bell')], { env: { ORCHESTRA_TOKEN: registry().token } });
  }

  function operator(...args: string[]) {
    const command = [process.execPath, operatorBin, ...args, '--data', registry().data];
    return runProcess(command);
  }

  async function write(version: string, code: string): Promise<void> {
    await writeFiles(join('tide-bell'), {
      ...extensionFiles({ name: 'tide-bell', version }),
      'dist/main.js': code,
    });
  }

  test('what a person has to look at is asked for, listed, cleared, published and installed', async () => {
    await write('1.0.0', evaluating);
    const refused = await author('publish');
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('orchestra ext publish --request-review');
    expect((await operator('clear')).stdout).toBe('Nothing waits for a person\n');

    const asked = await author('publish', '--request-review');
    expect(asked.exitCode).toBe(0);
    expect(asked.stdout).toContain('Not published yet: tide-bell 1.0.0');
    expect(asked.stdout).toContain('orchestra ext status tide-bell@1.0.0');
    const json = await author('publish', '--request-review', '--json');
    const { review, stages } = JSON.parse(json.stdout);
    expect(review).toMatchObject({ state: 'waiting', name: 'tide-bell' });
    expect(stages).toMatchObject({ submitted: review.requestedAt, stored: null });
    expect((await author('status')).stdout).toContain('It waits for a person of the registry');
    const nobody = await cli(['status', 'tide-bell@1.0.0', '--json']);
    expect(JSON.parse(nobody.stdout)).toMatchObject({ review: null });
    expect((await author('check', '--strict')).exitCode).toBe(1);

    const listed = await operator('clear');
    expect(listed.stdout).toMatch(/^state +name +version +places/);
    expect(listed.stdout).toMatch(/waiting +tide-bell +1\.0\.0 +1 +local-publisher/);
    const shown = await operator('clear', 'tide-bell');
    expect(shown.stdout).toContain('dist/main.js:1:38');
    expect(shown.stdout).toContain('/package.tar.gz');
    for (const file of ['review.json', 'package.tar.gz']) {
      const url = `${registry().server().url}/code-reviews/${review.sha256}-local-1/${file}`;
      expect((await fetch(url)).status).toBe(404);
    }
    expect((await operator('clear', 'tide-ball')).stderr).toContain(
      'Did you mean tide-bell@1.0.0?',
    );
    const cleared = await operator('clear', 'tide-bell', '--reason', 'Its own templates');
    expect(cleared.stdout).toContain('Now cleared: tide-bell 1.0.0');
    expect((await author('status')).stdout).toContain('cleared it: publish the same again');
    expect((await author('check', '--strict')).exitCode).toBe(0);

    const published = await author('publish');
    expect(published.stdout).toContain('Published tide-bell 1.0.0');
    expect(published.stdout).not.toContain('would wait for a person');
    expect(await readdir(`${registry().data}/code-reviews`)).toEqual([]);
    const cleared1 = /looked at it and cleared it. It may do anything that an extension can/;
    expect((await cli(['show', 'tide-bell'])).stdout).toMatch(cleared1);
    expect((await cli(['install', 'tide-bell'])).stderr).toMatch(cleared1);
    expect((await cli(['install', 'tide-bell', '--yes'])).exitCode).toBe(0);
    const versions = await fetch(`${registry().server().url}/api/v1/extensions/tide-bell/versions`);
    const mayNeed = expect.arrayContaining(['system.exec']);
    expect(await versions.json()).toMatchObject({ data: [{ unclearCode: { mayNeed } }] });
  });

  test('what was declined is told with the reason, also after the server was killed', async () => {
    await write('1.1.0', evaluating);
    expect((await author('publish', '--request-review')).exitCode).toBe(0);
    await registry().killAndStart();
    const [waiting] = JSON.parse((await operator('clear', '--json')).stdout);
    expect(waiting).toMatchObject({ state: 'waiting', version: '1.1.0' });
    const reason = 'It runs whatever it is sent';
    const declined = await operator('clear', waiting.sha256, '--decline', '--reason', reason);
    expect(declined.stdout).toBe(`Declined tide-bell 1.1.0: ${reason}\n`);
    expect((await author('status')).stdout).toContain(reason);
    const again = await author('publish', '--request-review', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'review-declined' } });
    const kept = await readdir(`${registry().data}/code-reviews`);
    expect(await readdir(`${registry().data}/code-reviews/${kept[0]}`)).toEqual(['review.json']);
  });
}
