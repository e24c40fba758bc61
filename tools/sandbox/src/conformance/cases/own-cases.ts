import type { ConformanceCase } from '../conformance-case.ts';

/** What needs no permission, or is the extension's own. */
export const ownCases: readonly ConformanceCase[] = [
  {
    name: 'the context has places and a mode',
    covers: [
      'ExtensionContext.extensionPath',
      'ExtensionContext.storagePath',
      'ExtensionContext.globalStoragePath',
      'ExtensionContext.extensionMode',
      'Extension.activate',
    ],
    permissions: ['filesystem.read', 'filesystem.write'],
    run: `
      for (const folder of [context.storagePath, context.globalStoragePath]) {
        await api.fs.writeFile(folder + '/kept.txt', 'kept');
      }
      return {
        kept: await api.fs.readFile(context.storagePath + '/kept.txt'),
        others: context.storagePath !== context.globalStoragePath,
        own: await codeOf(() => api.fs.writeFile(context.extensionPath + '/x', '')),
        mode: ['production', 'development', 'test'].includes(context.extensionMode),
      };`,
    expect: { kept: 'kept', others: true, own: 'read-only', mode: true },
  },
  {
    name: 'an extension that ends is deactivated, then what it subscribed is disposed of, the latest first',
    covers: ['Extension.deactivate', 'ExtensionContext.subscriptions'],
    permissions: [],
    setup: `
      kept.ended = [];
      kept.note = (what) => api.storage.set('ended', kept.ended = [...kept.ended, what]);
      context.subscriptions.push(
        { dispose: () => kept.note('first') },
        { dispose: () => kept.note('second') },
      );`,
    end: `await kept.note('deactivated');`,
    acts: [{ act: 'restart' }],
    run: `return api.storage.get('ended');`,
    expect: ['deactivated', 'second', 'first'],
  },
  {
    name: 'secrets are kept, and changes of them are told',
    covers: [
      'ExtensionContext.secrets',
      'Secrets.get',
      'Secrets.set',
      'Secrets.delete',
      'Secrets.onDidChange',
    ],
    permissions: ['secrets'],
    setup: `
      kept.seen = [];
      context.secrets.onDidChange(({ key }) => kept.seen.push(key));`,
    run: `
      await context.secrets.set('token', 'x');
      const set = await context.secrets.get('token');
      await context.secrets.delete('token');
      await until(() => kept.seen.length > 1);
      return [set, await context.secrets.get('token'), kept.seen];`,
    expect: ['x', undefined, ['token', 'token']],
  },
  {
    name: 'settings have their defaults, and changes of them are told',
    covers: ['Settings.get', 'Settings.set', 'Settings.onDidChange'],
    permissions: [],
    settings: { 'tide.unit': { type: 'string', default: 'm' }, 'tide.days': { type: 'integer' } },
    setup: `
      kept.seen = [];
      api.settings.onDidChange(({ keys }) => kept.seen.push(...keys));`,
    run: `
      const before = [api.settings.get('tide.unit'), api.settings.get('tide.days'), api.settings.get('tide.days', 3)];
      await api.settings.set('tide.unit', 'ft');
      await until(() => kept.seen.length > 0);
      const after = api.settings.get('tide.unit');
      await api.settings.set('tide.unit', 'cm', 'workspace');
      return {
        before,
        after,
        seen: kept.seen[0],
        workspace: (await until(() => api.settings.get('tide.unit') === 'cm'), api.settings.get('tide.unit')),
        unknown: await codeOf(() => api.settings.set('tide.none', 1)),
        wrong: await codeOf(() => api.settings.set('tide.days', 'x')),
      };`,
    expect: {
      before: ['m', undefined, 3],
      after: 'ft',
      seen: 'tide.unit',
      workspace: 'cm',
      unknown: 'unknown-setting',
      wrong: 'invalid-setting',
    },
  },
  {
    name: 'values are kept as JSON keeps them',
    covers: ['Storage.get', 'Storage.set', 'Storage.delete', 'Storage.keys'],
    permissions: [],
    run: `
      await api.storage.set('a', { high: [1, null] });
      await api.storage.set('b', false);
      const all = (await api.storage.keys()).sort();
      await api.storage.delete('b');
      return {
        a: await api.storage.get('a'),
        none: [await api.storage.get('b'), await api.storage.get('b', 7)],
        keys: [all, await api.storage.keys()],
        unwritable: await api.storage.set('c', () => 1).catch((error) => error.name),
      };`,
    expect: {
      a: { high: [1, null] },
      none: [undefined, 7],
      keys: [['a', 'b'], ['a']],
      unwritable: 'TypeError',
    },
  },
  {
    name: 'commands are registered, listed and run',
    covers: ['Commands.register', 'Commands.execute', 'Commands.getAll'],
    permissions: [],
    run: `
      const own = api.commands.register('tide.own', (one, other) => [one, other]);
      const result = await api.commands.execute('tide.own', 1, { deep: true });
      const isListed = (await api.commands.getAll()).includes('tide.own');
      let again;
      try { api.commands.register('tide.own', () => 2); } catch (error) { again = error.message; }
      own.dispose();
      await until(async () => !(await api.commands.getAll()).includes('tide.own'));
      return { result, isListed, again };`,
    expect: {
      result: [1, { deep: true }],
      isListed: true,
      again: 'The command tide.own is registered already.',
    },
  },
  {
    name: 'another file that is edited, and the cursor in it, are told of',
    covers: ['Editor.onDidChangeActive', 'Editor.onDidChangeSelection'],
    permissions: ['filesystem.read'],
    files: { 'a.ts': 'high\nlow\nebb', 'b.ts': 'spring' },
    setup: `
      kept.active = [];
      kept.cursors = [];
      api.editor.onDidChangeActive((editor) => kept.active.push(below(editor.document.path)));
      api.editor.onDidChangeSelection(({ document, selection }) =>
        kept.cursors.push([below(document.path), selection.start.line]));`,
    run: `
      await api.editor.open('a.ts', { line: 3 });
      await until(() => kept.cursors.length === 1);
      await api.editor.open('b.ts');
      await until(() => kept.active.length === 2 && kept.cursors.length === 2);
      return { active: kept.active, cursors: kept.cursors };`,
    expect: {
      active: ['a.ts', 'b.ts'],
      cursors: [
        ['a.ts', 2],
        ['b.ts', 0],
      ],
    },
  },
  {
    name: 'what a person types is told of, and is in the document',
    covers: ['Editor.onDidChangeDocument'],
    permissions: ['filesystem.read'],
    files: { 'a.ts': 'high\nlow' },
    setup: `
      kept.seen = [];
      api.editor.onDidChangeDocument((document) => kept.seen.push(document.getText()));
      await api.editor.open('a.ts', { line: 2 });`,
    acts: [{ act: 'type', text: 'be' }],
    run: `
      await until(() => kept.seen.length > 0);
      const { document } = api.editor.active;
      return { seen: kept.seen, text: document.getText(), isDirty: document.isDirty };`,
    expect: { seen: ['high\nbelow'], text: 'high\nbelow', isDirty: true },
  },
  {
    name: 'documents are opened, changed and saved',
    covers: [
      'Editor.active',
      'Editor.open',
      'Editor.onDidChangeDocument',
      'TextEditor.document',
      'TextEditor.selection',
      'TextEditor.edit',
      ...['path', 'languageId', 'isDirty', 'lineCount', 'getText', 'save'].map(
        (name) => `TextDocument.${name}`,
      ),
      'Selection.isEmpty',
      'Selection.text',
      ...['insert', 'replace', 'delete'].map((name) => `EditBuilder.${name}`),
      'Position.line',
      'Position.column',
      'Range.start',
      'Range.end',
    ],
    permissions: ['filesystem.read', 'filesystem.write'],
    files: { 'a.ts': 'high\nlow\nebb' },
    setup: `
      kept.seen = [];
      api.editor.onDidChangeDocument((document) => kept.seen.push(below(document.path)));`,
    run: `
      const none = api.editor.active;
      const editor = await api.editor.open('a.ts', { line: 2, column: 3 });
      const { document, selection } = editor;
      const at = (line, column) => ({ line, column });
      const isChanged = await editor.edit((builder) => {
        builder.insert(at(0, 0), '> ');
        builder.replace({ start: at(1, 0), end: at(1, 3) }, 'LOW');
        builder.delete({ start: at(2, 0), end: at(2, 1) });
      });
      await until(() => document.isDirty);
      const text = document.getText();
      const part = document.getText({ start: at(0, 2), end: at(1, 1) });
      await document.save();
      await until(() => !document.isDirty);
      return {
        none,
        about: [below(document.path), document.languageId, document.lineCount],
        selection: [selection.start, selection.end, selection.isEmpty, selection.text],
        isChanged,
        text,
        part,
        saved: await api.fs.readFile('a.ts'),
        active: below(api.editor.active.document.path),
        seen: kept.seen[0],
      };`,
    expect: {
      none: undefined,
      about: ['a.ts', 'typescript', 3],
      selection: [{ line: 1, column: 2 }, { line: 1, column: 2 }, true, ''],
      isChanged: true,
      text: '> high\nLOW\nbb',
      part: 'high\nL',
      saved: '> high\nLOW\nbb',
      active: 'a.ts',
      seen: 'a.ts',
    },
  },
];
