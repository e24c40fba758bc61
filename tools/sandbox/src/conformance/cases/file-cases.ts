import type { ConformanceCase } from '../conformance-case.ts';

const files = { 'a.txt': 'The tide\nis high', 'sub/b.txt': 'low tide' };

/** Files, search and git. */
export const fileCases: readonly ConformanceCase[] = [
  {
    name: 'files are read as text and as bytes',
    covers: ['FileSystem.readFile', 'FileSystem.readDir', 'FileSystem.exists'],
    permissions: ['filesystem.read'],
    files,
    run: `
      const entries = await api.fs.readDir('.');
      return {
        text: await api.fs.readFile('a.txt'),
        bytes: [...(await api.fs.readFile('a.txt', 'binary'))].slice(0, 3),
        absolute: await api.fs.readFile(api.workspace.rootPath + '/a.txt', 'utf8'),
        entries: entries.map(({ name, path, type }) => [name, below(path), type]).sort(),
        exists: [await api.fs.exists('sub'), await api.fs.exists('none')],
        missing: await codeOf(() => api.fs.readFile('none')),
        outside: await codeOf(() => api.fs.readFile('../x')),
      };`,
    expect: {
      text: files['a.txt'],
      bytes: [84, 104, 101],
      absolute: files['a.txt'],
      entries: [
        ['a.txt', 'a.txt', 'file'],
        ['sub', 'sub', 'directory'],
      ],
      exists: [true, false],
      missing: 'not-found',
      outside: 'outside-workspace',
    },
  },
  {
    name: 'files are written, copied, moved and deleted',
    covers: ['FileSystem.writeFile', 'FileSystem.copy', 'FileSystem.move', 'FileSystem.delete'],
    permissions: ['filesystem.read', 'filesystem.write'],
    files,
    run: `
      await api.fs.writeFile('new/deep/c.txt', new Uint8Array([104, 105]));
      await api.fs.copy('a.txt', 'copy.txt');
      await api.fs.move('copy.txt', 'moved.txt');
      const there = await codeOf(() => api.fs.copy('a.txt', 'moved.txt'));
      await api.fs.copy('sub/b.txt', 'moved.txt', { overwrite: true });
      const full = await codeOf(() => api.fs.delete('sub'));
      await api.fs.delete('sub', { recursive: true });
      return {
        written: await api.fs.readFile('new/deep/c.txt'),
        moved: await api.fs.readFile('moved.txt'),
        there,
        full,
        left: [await api.fs.exists('copy.txt'), await api.fs.exists('sub')],
      };`,
    expect: {
      written: 'hi',
      moved: 'low tide',
      there: 'exists',
      full: 'not-empty',
      left: [false, false],
    },
  },
  {
    name: 'changes of files are told until nobody listens any longer',
    covers: ['FileSystem.watch', 'Disposable.dispose'],
    permissions: ['filesystem.read', 'filesystem.write'],
    files,
    setup: `
      kept.seen = [];
      kept.watcher = api.fs.watch('**/*.txt', ({ type, path }) => kept.seen.push(type + ' ' + below(path)));`,
    run: `
      await until(async () => {
        await api.fs.writeFile('made.txt', String(Math.random()));
        return kept.seen.length > 0;
      });
      kept.watcher.dispose();
      return kept.seen.every((one) => /^(created|changed) made\\.txt$/.test(one));`,
    expect: true,
  },
  {
    name: 'the open folder is known, and searched',
    covers: ['Workspace.rootPath', 'Workspace.name', 'Workspace.search', 'Workspace.git'],
    permissions: ['filesystem.read'],
    files,
    run: `
      const matches = await api.workspace.search('TIDE');
      const exact = await api.workspace.search('t.de', { regex: true, caseSensitive: true, include: '*.txt', exclude: 'none', maxResults: 1 });
      return {
        isNamed: api.workspace.rootPath.endsWith(api.workspace.name),
        git: typeof api.workspace.git.status,
        matches: matches.map(({ path, line, column, text }) => [below(path), line, column, text.trim()]).sort(),
        exact: exact.length,
      };`,
    expect: {
      isNamed: true,
      git: 'function',
      matches: [
        ['a.txt', 1, 5, 'The tide'],
        ['sub/b.txt', 1, 5, 'low tide'],
      ],
      exact: 1,
    },
  },
  {
    name: 'the repository is read and changed',
    covers: ['status', 'diff', 'log', 'branches', 'currentBranch', 'add', 'commit', 'checkout'].map(
      (name) => `Git.${name}`,
    ),
    permissions: ['git', 'filesystem.write'],
    files,
    isRepository: true,
    run: `
      const { git } = api.workspace;
      await api.fs.writeFile('a.txt', 'changed\\n');
      await api.fs.writeFile('new.txt', 'new');
      const before = await git.status();
      const diff = await git.diff({ path: 'a.txt' });
      await git.add(['new.txt']);
      const staged = await git.diff({ staged: true });
      const made = await git.commit('second');
      await git.checkout('other', { create: true });
      const log = await git.log({ maxCount: 5 });
      const after = await git.status();
      const branches = await git.branches();
      return {
        before: [before.staged, before.modified, before.untracked, before.ahead, before.behind],
        diff: diff.includes('+changed'),
        staged: staged.includes('+new'),
        made: [made.message, /^[0-9a-f]{40}/.test(made.hash), Number.isNaN(Date.parse(made.date))],
        log: log.map(({ message, author }) => [message, author])[1],
        now: [await git.currentBranch(), after.branch, after.modified],
        branches: branches.map(({ name, current }) => [name, current]).sort(),
      };`,
    expect: {
      before: [[], ['a.txt'], ['new.txt'], 0, 0],
      diff: true,
      staged: true,
      made: ['second', true, false],
      log: ['first', 'Ada'],
      now: ['other', 'other', ['a.txt']],
      branches: [
        ['main', false],
        ['other', true],
      ],
    },
  },
];
