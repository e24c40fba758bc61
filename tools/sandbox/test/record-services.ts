import type { HostServices } from '../src/services/services.ts';

/** What a service answers that has no answer of its own. */
const answers: Record<string, unknown> = {
  'fs.readFile': new TextEncoder().encode('text of a file'),
  'fs.watch': { dispose: () => undefined },
  'workspace.rootPath': '/workspace',
  'workspace.name': 'workspace',
  'terminal.create': { name: 'Terminal 1' },
  'editor.active': null,
  'settings.all': {},
  'system.platform': 'linux',
  'commands.getAll': ['app.save'],
  'storage.keys': [],
};

const parts = [
  'fs',
  'workspace',
  'network',
  'ai',
  'clipboard',
  'ui',
  'views',
  'vscode',
  'terminal',
  'commands',
].concat(['editor', 'settings', 'storage', 'secrets', 'system', 'servers']);
const facts = new Set(['workspace.rootPath', 'workspace.name', 'system.platform']);
const answeredAtOnce = new Set(['editor.active', 'settings.all']);

/** Services that note what they are asked, and do nothing. */
export function recordServices(own: Partial<HostServices> = {}): {
  services: HostServices;
  asked: string[];
} {
  const asked: string[] = [];
  const record = (name: string): object =>
    new Proxy(
      {},
      {
        get: (_, member) => {
          const path = `${name}.${String(member)}`;
          if (facts.has(path)) return answers[path];
          if (path === 'workspace.git') return record('workspace.git');
          if (answeredAtOnce.has(path)) return () => answers[path];
          return (...args: unknown[]) => {
            asked.push(`${path} ${args.map(show).join(' ')}`.trim());
            return name === 'ui' && path.includes('.show') && !/Pick|Box|Notif/.test(path)
              ? undefined
              : Promise.resolve(answers[path]);
          };
        },
      },
    );
  const services = Object.fromEntries(parts.map((name) => [name, record(name)]));
  // each member is there by its name: what the proxies give has the shape that callers ask for
  return { services: { ...services, ...own } as unknown as HostServices, asked };
}

function show(value: unknown): string {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (value instanceof AbortSignal || typeof value === 'function') return '';
  return JSON.stringify(value) ?? '';
}
