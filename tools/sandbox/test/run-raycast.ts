import { fileURLToPath } from 'node:url';
import type { RaycastExtension } from '../src/guest/raycast/facts.ts';
import { bundleRaycast } from '../src/programs/bundle-raycast.ts';
import type { ToastView, ViewNode, ViewPicture, ViewService } from '../src/services/services.ts';
import { loadEntry } from './load-entry.ts';
import { makeSandbox, type RunningExtension, type RunOptions } from './run-extension.ts';

/** What a command shows, and what a person does with it. */
export interface ShownViews {
  service: ViewService;
  /** The view that is shown now; null where none is. */
  view: ViewNode | null;
  toasts: ToastView[];
  told: string[];
  /** How many pictures came. */
  pictures: number;
  /** Calls a function of the view by the number in a prop. */
  call(handler: unknown, ...args: unknown[]): void;
  back(): void;
  /** Does what an action of the last toast does. */
  choose(which: 0 | 1): void;
}

/** Notes what is shown. */
export function noteViews(own: Partial<ViewService> = {}): ShownViews {
  const acts: {
    act: (name: string, value?: unknown) => void;
    choose: (which: 0 | 1) => void;
  } = { act: () => undefined, choose: () => undefined };
  const shown: ShownViews = {
    view: null,
    toasts: [],
    told: [],
    pictures: 0,
    call: (handler, ...args) => acts.act('call', { number: numberOf(handler), args }),
    back: () => acts.act('back'),
    choose: (which) => acts.choose(which),
    service: {
      showView(_, picture: ViewPicture | null, act) {
        shown.view = picture?.view ?? null;
        shown.pictures += picture === null ? 0 : 1;
        acts.act = act;
      },
      showToast(_, toast, choose) {
        if (toast !== null) shown.toasts.push(toast);
        acts.choose = choose;
      },
      tell: (what, text) => void shown.told.push(`${what} ${text}`),
      confirm: () => Promise.resolve(true),
      open: async (target) => void shown.told.push(`open ${target}`),
      selectedText: () => Promise.resolve('selected'),
      selectedFiles: () => Promise.resolve(['/workspace/a']),
      ...own,
    },
  };
  return shown;
}

function numberOf(handler: unknown): unknown {
  return typeof handler === 'object' && handler !== null ? Reflect.get(handler, '$call') : handler;
}

/** All parts of a view of a type, in order. */
export function findParts(view: ViewNode | null, type: string): ViewNode[] {
  if (view === null) return [];
  const below = view.children.flatMap((child) => findParts(child, type));
  return view.type === type ? [view, ...below] : below;
}

const cache = fileURLToPath(new URL('../../../node_modules/.cache/sandbox', import.meta.url));

/** An extension for Raycast whose command `it` is `src/it.tsx`. */
export async function runRaycast(
  sources: Record<string, string>,
  {
    views = noteViews(),
    facts = {},
    ...options
  }: RunOptions & { views?: ShownViews; facts?: Partial<RaycastExtension> } = {},
): Promise<RunningExtension & { views: ShownViews }> {
  const extension: RaycastExtension = {
    name: 'tides',
    owner: 'harbour',
    preferences: [],
    commands: [{ name: 'it', title: 'It', mode: 'view', preferences: [], arguments: [] }],
    ...facts,
  };
  const running = await makeSandbox({
    ...options,
    kind: 'raycast',
    services: { views: views.service, ...options.services },
  });
  const loads = extension.commands.map(
    ({ name }) => `${JSON.stringify(name)}: () => import('./src/${name}.tsx')`,
  );
  const code = `import { startCommands } from 'orchestra:raycast';
export const { activate, deactivate } = startCommands(${JSON.stringify(extension)}, { ${loads.join(', ')} });`;
  const load = async (files: Record<string, string>) =>
    loadEntry(running.sandbox, { files, code, modules: await bundleRaycast(cache) });
  await load(sources);
  return { ...running, load, views };
}
