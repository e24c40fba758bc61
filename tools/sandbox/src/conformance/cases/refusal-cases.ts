import type { ConformanceCase } from '../conformance-case.ts';

/** A call of each permission, which is refused where it isn't declared. */
const calls: Readonly<Record<string, readonly string[]>> = {
  'filesystem.read': [
    `api.fs.readFile('a')`,
    `api.fs.readDir('.')`,
    `api.fs.exists('a')`,
    `api.fs.watch('*', () => {})`,
    `api.workspace.search('a')`,
    `api.editor.open('a')`,
  ],
  'filesystem.write': [
    `api.fs.writeFile('a', '')`,
    `api.fs.copy('a', 'b')`,
    `api.fs.move('a', 'b')`,
    `api.fs.delete('a')`,
    `(await api.editor.open('a')).edit((builder) => builder.insert({ line: 0, column: 0 }, 'x'))`,
    `(await api.editor.open('a')).document.save()`,
  ],
  network: [`api.network.fetch(server)`, `fetch(server)`],
  'ai.chat': [`api.ai.chat('a')`, `api.ai.chatStream('a').next()`],
  'ai.embed': [`api.ai.embed(['a'])`],
  clipboard: [`api.clipboard.readText()`, `api.clipboard.writeText('a')`],
  notifications: [`api.ui.showNotification('a')`],
  terminal: [`api.terminal.create()`, `api.terminal.active`, `api.terminal.all`],
  git: [
    ...['status', 'diff', 'log', 'branches', 'currentBranch'].map(
      (name) => `api.workspace.git.${name}()`,
    ),
    `api.workspace.git.add(['a'])`,
    `api.workspace.git.commit('a')`,
    `api.workspace.git.checkout('a')`,
  ],
  secrets: [
    `context.secrets.get('a')`,
    `context.secrets.set('a', 'b')`,
    `context.secrets.delete('a')`,
  ],
  'system.exec': [`api.system.exec('git')`],
};

/** Each permission's calls are refused without it, and with all others. */
export const refusalCases: readonly ConformanceCase[] = Object.entries(calls).map(
  ([permission, refused]) => ({
    name: `without "${permission}", its calls are refused`,
    covers: [],
    files: { a: 'tide' },
    permissions: Object.keys(calls).filter((one) => one !== permission),
    run: `
      const codes = [];
      for (const run of [${refused.map((call) => `async () => ${call}`).join(', ')}]) codes.push(await codeOf(run));
      return codes;`,
    expect: refused.map(() => 'permission-denied'),
  }),
);
