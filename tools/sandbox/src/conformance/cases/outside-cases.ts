import type { ConformanceCase } from '../conformance-case.ts';

/** What leaves the app: requests, models, the clipboard, programs. */
export const outsideCases: readonly ConformanceCase[] = [
  {
    name: 'requests are sent, by the API and by the global',
    covers: ['Network.fetch'],
    permissions: ['network'],
    run: `
      const sent = await api.network.fetch(server + '/echo', { method: 'POST', body: 'high', headers: { 'x-tide': '3' } });
      const missing = await fetch(server + '/missing');
      return {
        sent: [sent.status, sent.ok, await sent.json()],
        missing: [missing.status, missing.ok, (await missing.json()).method],
        isSame: api.network.fetch === fetch,
      };`,
    expect: {
      sent: [200, true, { method: 'POST', body: 'high', tide: '3' }],
      missing: [404, false, 'GET'],
      isSame: true,
    },
  },
  {
    name: 'models answer as a whole and piece by piece',
    covers: ['AI.chat', 'AI.chatStream', 'AI.embed'],
    permissions: ['ai.chat', 'ai.embed'],
    ai: {
      chat: [
        { match: 'stream', stream: ['high', ' ', 'tide'] },
        { match: 'whole', answer: 'low tide' },
      ],
      embed: { high: [1, 0], low: [0, 1] },
    },
    run: `
      const parts = [];
      for await (const part of api.ai.chatStream('as a stream')) parts.push(part);
      const answer = await api.ai.chat([{ role: 'system', content: 'short' }, { role: 'user', content: 'as a whole' }], { model: 'small', temperature: 0, maxTokens: 9 });
      return { parts, answer, vectors: await api.ai.embed(['low', 'high']) };`,
    expect: {
      parts: ['high', ' ', 'tide'],
      answer: { content: 'low tide', model: 'small' },
      vectors: [
        [0, 1],
        [1, 0],
      ],
    },
  },
  {
    name: 'the clipboard has what was written',
    covers: ['Clipboard.readText', 'Clipboard.writeText'],
    permissions: ['clipboard'],
    run: `await api.clipboard.writeText('tide ≈ 3 m'); return api.clipboard.readText();`,
    expect: 'tide ≈ 3 m',
  },
  {
    name: 'lines tell the commit that changed them, also while they are edited, and commits what they changed',
    covers: ['Git.blame', 'Git.show'],
    permissions: ['git'],
    isRepository: true,
    files: { 'a.txt': 'high\nlow\n' },
    run: `
      const [first, ...others] = await api.workspace.git.blame('a.txt');
      const edited = await api.workspace.git.blame('a.txt', { startLine: 2, endLine: 2, content: 'high\\nebb\\n' });
      const change = await api.workspace.git.show(first.hash);
      const none = await api.workspace.git.show('0123456789abcdef').catch((error) => error.code);
      return {
        first: [first.line, first.isCommitted, first.author, first.summary, first.path],
        others: others.map(({ line }) => line),
        edited,
        change: [change.hash === first.hash, change.author, change.message.trim(), change.diff.includes('+low')],
        none,
      };`,
    expect: {
      first: [1, true, 'Ada', 'first', 'a.txt'],
      others: [2],
      edited: [{ line: 2, isCommitted: false }],
      change: [true, 'Ada', 'first', true],
      none: 'not-found',
    },
  },
  {
    name: 'programs run without a shell, and a signal ends them',
    covers: ['System.exec', 'System.platform'],
    permissions: ['system.exec'],
    isRepository: true,
    files: { 'a.txt': '1' },
    run: `
      const good = await api.system.exec('git', ['log', '-1', '--format=%s $HOME']);
      const bad = await api.system.exec('git', ['no-such-command']);
      const hash = await api.system.exec('git', ['hash-object', '--stdin'], { input: 'tide', timeout: 60000 });
      const controller = new AbortController();
      const hanging = api.system.exec('git', ['cat-file', '--batch'], { signal: controller.signal });
      controller.abort(new Error('enough'));
      return {
        good: [good.exitCode, good.stdout.trim(), good.stderr],
        bad: [bad.exitCode === 0, bad.stderr === ''],
        hash: hash.stdout.trim().length,
        aborted: await hanging.then(() => 'ended', (error) => error.message),
        platform: ['darwin', 'linux', 'win32'].includes(api.system.platform),
      };`,
    expect: {
      good: [0, 'first $HOME', ''],
      bad: [false, false],
      hash: 40,
      aborted: 'enough',
      platform: true,
    },
  },
  {
    name: 'terminals take what is typed, and tell their end',
    covers: [
      ...['create', 'active', 'all'].map((name) => `Terminals.${name}`),
      ...['name', 'sendText', 'show', 'onDidClose'].map((name) => `Terminal.${name}`),
    ],
    permissions: ['terminal'],
    run: `
      const terminal = api.terminal.create({ name: 'tide', env: { HIGH: '3' } });
      const closed = new Promise((resolve) => terminal.onDidClose(resolve));
      const there = [api.terminal.all.length, api.terminal.active === terminal, terminal.name];
      terminal.show();
      terminal.sendText('exit ', { execute: false });
      terminal.sendText('$HIGH');
      const { exitCode } = await closed;
      const other = api.terminal.create();
      other.dispose();
      return { there, exitCode, left: api.terminal.all.length };`,
    expect: { there: [1, true, 'tide'], exitCode: 3, left: 0 },
  },
];
