import type { ConformanceCase } from '../conformance-case.ts';

/** What people see and are asked. */
export const interfaceCases: readonly ConformanceCase[] = [
  {
    name: 'people are asked, and may leave',
    covers: ['UI.showNotification', 'UI.showQuickPick', 'UI.showInputBox'],
    permissions: ['notifications'],
    answers: {
      'ui.showNotification': ['Undo', undefined],
      'ui.showQuickPick': [[1], [0, 2], undefined],
      'ui.showInputBox': ['Rome', undefined],
    },
    run: `
      const items = [{ label: 'a', description: 'first' }, { label: 'b', detail: 'more' }, { label: 'c', picked: true }];
      return {
        notified: [
          await api.ui.showNotification('Deleted', { type: 'warning', actions: ['Undo', 'Keep'] }),
          await api.ui.showNotification('Deleted'),
        ],
        picked: [
          await api.ui.showQuickPick(Promise.resolve(['x', 'y']), { title: 'Which', placeholder: '…' }),
          await api.ui.showQuickPick(items, { canPickMany: true, matchOnDescription: true }),
          await api.ui.showQuickPick(items),
        ],
        typed: [
          await api.ui.showInputBox({ prompt: 'Where', validate: (text) => (text === '' ? 'empty' : undefined) }),
          await api.ui.showInputBox(),
        ],
      };`,
    expect: {
      notified: ['Undo', undefined],
      picked: [
        'y',
        [
          { label: 'a', description: 'first' },
          { label: 'c', picked: true },
        ],
        undefined,
      ],
      typed: ['Rome', undefined],
    },
  },
  {
    name: 'an item of the status bar runs its command',
    covers: [
      'UI.createStatusBarItem',
      ...['text', 'tooltip', 'command', 'show', 'hide'].map((name) => `StatusBarItem.${name}`),
    ],
    permissions: [],
    setup: `
      kept.clicks = 0;
      api.commands.register('tide.click', () => (kept.clicks += 1));
      kept.item = api.ui.createStatusBarItem({ alignment: 'right', priority: 5 });
      Object.assign(kept.item, { text: 'Tide 3 m', tooltip: 'now', command: 'tide.click' });
      kept.item.show();`,
    acts: [{ act: 'click', text: 'Tide 3 m' }],
    run: `
      await until(() => kept.clicks > 0);
      const { text, tooltip, command } = kept.item;
      kept.item.hide();
      kept.item.dispose();
      return { clicks: kept.clicks, text, tooltip, command };`,
    expect: { clicks: 1, text: 'Tide 3 m', tooltip: 'now', command: 'tide.click' },
  },
  {
    name: 'progress ends with its task, which a person may cancel',
    covers: ['UI.withProgress', 'Progress.report', 'Progress.signal'],
    permissions: [],
    setup: `
      kept.task = api.ui.withProgress({ title: 'Tides', cancellable: true, location: 'notification' }, async (progress) => {
        progress.report({ message: 'half', increment: 50 });
        await until(() => progress.signal.aborted);
        return 'cancelled';
      });`,
    acts: [{ act: 'cancel-progress', title: 'Tides' }],
    run: `
      const thrown = await api.ui.withProgress({ title: 'More' }, () => Promise.reject(new Error('no'))).catch(({ message }) => message);
      return [await kept.task, thrown];`,
    expect: ['cancelled', 'no'],
  },
  {
    name: 'a page and its extension send messages to each other',
    covers: [
      'UI.createWebviewPanel',
      ...['title', 'html', 'visible', 'reveal', 'postMessage'].map((one) => `WebviewPanel.${one}`),
      'WebviewPanel.onDidReceiveMessage',
      'WebviewPanel.onDidDispose',
    ],
    permissions: [],
    setup: `
      kept.seen = [];
      kept.page = api.ui.createWebviewPanel({ id: 'chart', title: 'Chart', html: '<p>', enableScripts: true });
      kept.page.onDidReceiveMessage((message) => kept.seen.push(message));
      kept.page.onDidDispose(() => kept.seen.push('closed'));
      kept.page.title = 'Tides';
      kept.page.html = '<p>3 m';
      kept.page.reveal();
      kept.posted = await kept.page.postMessage({ high: 3 });`,
    acts: [
      { act: 'webview-message', id: 'chart', message: { ready: true } },
      { act: 'close-webview', id: 'chart' },
    ],
    run: `
      await until(() => kept.seen.length > 1);
      const { title, html, visible } = kept.page;
      return { seen: kept.seen, title, html, visible, posted: [kept.posted, await kept.page.postMessage(1)] };`,
    expect: {
      seen: [{ ready: true }, 'closed'],
      title: 'Tides',
      html: '<p>3 m',
      visible: false,
      posted: [true, false],
    },
  },
];
