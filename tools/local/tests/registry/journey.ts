import { extensionFiles, type RunCli, writeFiles } from '@orchestra/testkit';
import { readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { RegistryWorld } from './registry-world.ts';

/** From an author's first publish to a user's update. */
export function testJourney(registry: () => RegistryWorld): void {
  const cli: RunCli = (...call) => registry().cliOf('journey-home')(...call);
  const join = (path: string) => registry().folder.join('journey', path);

  /** Runs a command that must succeed and reads what it prints for machines. */
  async function json(...args: string[]) {
    const ended = await cli([...args, '--json']);
    expect(ended).toMatchObject({ exitCode: 0 });
    return JSON.parse(ended.stdout);
  }

  /** Runs a command that must be refused. @returns the code */
  async function refusal(...args: string[]): Promise<string> {
    const ended = await cli([...args, '--json']);
    expect(ended.exitCode).toBe(1);
    return JSON.parse(ended.stdout).error.code;
  }

  /** Waits until a page of the site shows a text. */
  async function seen(path: string, text: string): Promise<string> {
    for (;;) {
      const response = await fetch(registry().server().url + path);
      const page = await response.text();
      if (response.ok && page.includes(text)) return page;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async function writeExtension(version: string, more: Record<string, unknown> = {}) {
    const files = extensionFiles({
      name: 'tide-clock',
      version,
      displayName: 'Tide Clock',
      ...more,
    });
    await writeFiles(join('tide-clock'), files);
  }

  describe('a user', () => {
    test('finds and installs what the registry was seeded with', async () => {
      const found = await json('search', 'theme');
      expect(found.data.map(({ name }: { name: string }) => name)).toContain('harbor-lights');
      const { entry } = await json('show', 'line-ledger');
      expect(entry.owners).toEqual([
        { provider: 'local', id: expect.any(Number), login: 'tidewater-tools' },
      ]);
      const { installed } = await json('install', 'harbor-lights', 'line-ledger@1.1', '--yes');
      expect(installed).toMatchObject([
        { name: 'harbor-lights' },
        { name: 'line-ledger', version: '1.1.0' },
      ]);
      expect((await json('verify')).map(({ status }: { status: string }) => status)).toEqual([
        'same',
        'same',
      ]);
    });

    test('is offered neither a pre-release nor a yanked version', async () => {
      const { installed } = await json('install', 'just-recipes', 'commit-compass', '--yes');
      expect(installed).toMatchObject([{ version: '1.0.1' }, { version: '1.2.0' }]);
      expect(await refusal('install', 'commit-compass@1.1.0', '--yes')).toBe(
        'only-yanked-versions',
      );
    });
  });

  describe('an author', () => {
    test('signs in with the token that the server wrote', async () => {
      expect((await stat(registry().server().tokenFile)).mode & 0o777).toBe(0o600);
      const token = (await readFile(registry().server().tokenFile, 'utf8')).trim();
      expect(await refusal('whoami')).toBe('token-missing');
      expect(await refusal('login', '--token', `${token}x`)).toBe('token-invalid');
      expect(await json('login', '--token', token)).toMatchObject({ login: 'local-publisher' });
      const kept = registry().folder.join('journey-home/credentials.json');
      expect((await stat(kept)).mode & 0o777).toBe(0o600);
    });

    test('publishes, and it is in the index, in search, on the site and installable', async () => {
      await writeExtension('1.0.0', { author: 'Tidewater <canary@tidewater.example>' });
      const folder = ['-C', join('tide-clock')];
      const dry = await json('publish', '--dry-run', ...folder);
      expect(dry).toMatchObject({ name: 'tide-clock', version: '1.0.0' });
      expect(await refusal('show', 'tide-clock')).toBe('extension-unknown');

      const published = await json('publish', ...folder);
      expect(published.stages).toMatchObject({
        stored: expect.stringMatching(/Z$/),
        indexed: expect.stringMatching(/Z$/),
        served: expect.stringMatching(/Z$/),
        searchable: expect.stringMatching(/Z$/),
      });
      const index = await fetch(`${registry().server().url}/index/ti/de/tide-clock.json`);
      const etag = index.headers.get('etag') ?? '';
      const again = await fetch(index.url, { headers: { 'if-none-match': etag } });
      expect([index.status, again.status]).toEqual([200, 304]);

      expect((await json('search', 'tide clock')).data[0]).toMatchObject({ name: 'tide-clock' });
      const page = await seen('/extensions/tide-clock/', 'Tide Clock');
      expect(page).toContain('orchestra ext install tide-clock');
      expect(page).not.toContain('canary');
      expect(await json('install', 'tide-clock', '--yes')).toMatchObject({
        installed: [{ sha256: published.sha256 }],
      });
      expect(
        await readFile(
          registry().folder.join('journey-home/extensions/tide-clock/package.json'),
          'utf8',
        ),
      ).not.toMatch(/canary/);
    });

    test('publishes the same again, but nothing else under that version', async () => {
      const folder = ['-C', join('tide-clock')];
      expect(await json('publish', ...folder)).toMatchObject({ unchanged: true });
      const told = await cli(['publish', ...folder]);
      expect(told.stderr).toMatch(/Goes in\n[^]*package\.json[^]*What the code needs\n {2}\w/);
      expect(told.stdout).toContain('is published already');
      await writeFiles(join('tide-clock'), { 'README.md': '# Changed\n' });
      expect(await refusal('publish', ...folder)).toBe('version-exists');
    });

    test('publishes a pre-release only with its flag', async () => {
      await writeExtension('1.1.0-beta.1');
      const folder = ['-C', join('tide-clock')];
      expect(await refusal('publish', ...folder)).toBe('problems-found');
      await json('publish', '--pre-release', ...folder);
      expect(await json('outdated')).not.toContainEqual(
        expect.objectContaining({ name: 'tide-clock' }),
      );
      expect(await refusal('publish', '--pre-release', '--set-version', '1.1.0', ...folder)).toBe(
        'problems-found',
      );
    });

    test("can't publish or yank what belongs to someone else", async () => {
      const files = extensionFiles({ name: 'line-ledger', version: '9.0.0' });
      await writeFiles(join('stolen'), files);
      expect(await refusal('publish', '-C', join('stolen'))).toBe('name-taken');
      expect(await refusal('yank', '1.0.0', '--name', 'line-ledger')).toBe('not-an-owner');
    });

    test('yanks a version, and takes it back', async () => {
      const folder = ['-C', join('tide-clock')];
      const yanked = await json('yank', '1.0.0', '--reason', 'Runs backwards', ...folder);
      expect(yanked).toMatchObject({
        status: 'yanked',
        reason: 'Runs backwards',
        unchanged: false,
      });
      expect(await refusal('install', 'tide-clock@1.0.0', '--yes')).toBe('only-yanked-versions');
      await seen('/extensions/tide-clock/', 'Runs backwards');
      expect(await json('yank', '1.0.0', '--undo', ...folder)).toMatchObject({ status: 'live' });
    });
  });

  describe('a user, later,', () => {
    test('updates with what changed, and goes back', async () => {
      await writeExtension('1.1.0', { permissions: ['network'] });
      await json('publish', '-C', join('tide-clock'));
      expect(await json('outdated')).toContainEqual({
        name: 'tide-clock',
        current: '1.0.0',
        wanted: '1.1.0',
        latest: '1.1.0',
        changelog: '## 1.1.0\n\n- What is new in 1.1.0.',
      });
      expect(await refusal('update', 'tide-clock')).toBe('consent-required');
      await json('update', 'tide-clock', '--yes');
      expect(await json('rollback', 'tide-clock')).toMatchObject({ to: '1.0.0' });
      await json('uninstall', 'tide-clock');
      expect(await json('list')).not.toContainEqual(
        expect.objectContaining({ name: 'tide-clock' }),
      );
    });
  });
}
