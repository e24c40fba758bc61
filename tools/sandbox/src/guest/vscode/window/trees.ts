import { guest } from 'orchestra:api';
import { register } from '../ask-host.ts';
import { commands } from '../commands.ts';
import { TreeItemCollapsibleState } from '../types/enums.ts';
import { Disposable, type Event, EventEmitter } from '../types/events.ts';
import { TreeItem } from '../types/interface.ts';
import { textOf } from '../types/language.ts';
import { plainLabel } from './quick-input.ts';

interface TreeProvider {
  getChildren(element?: unknown): unknown;
  getTreeItem(element: unknown): TreeItem | Promise<TreeItem>;
  onDidChangeTreeData?: Event<unknown>;
}

/** A line of a tree, as the host shows it. `number` is what it is opened and chosen by. */
interface ShownLine {
  number: number;
  label: string;
  description?: string;
  tooltip?: string;
  state: 'leaf' | 'closed' | 'open';
  isClickable: boolean;
  children: ShownLine[];
}

/** As many lines as anybody reads: what is beyond isn't asked for. */
const maxLines = 2_000;
/** Lines within lines; deeper ones stay closed. */
const maxDepth = 50;

/** A tree that an extension fills, opened as far as a person has opened it. */
class TreeView {
  readonly visible = true;
  title: string | undefined;
  description: string | undefined;
  message: unknown;
  badge: unknown;
  selection: readonly unknown[] = [];
  readonly #provider: TreeProvider;
  readonly #registration: ReturnType<typeof register>;
  readonly #selected = new EventEmitter<{ selection: readonly unknown[] }>();
  readonly #expanded = new EventEmitter<{ element: unknown }>();
  readonly #collapsed = new EventEmitter<{ element: unknown }>();
  /** What a person opened or closed, by the element, or by its own id. */
  readonly #isOpen = new Map<unknown, boolean>();
  #lines: { element: unknown; item: TreeItem }[] = [];
  readonly #listening: Disposable | undefined;
  #drawing: Promise<void> = Promise.resolve();
  #isAsked = false;
  readonly onDidChangeSelection = this.#selected.event;
  readonly onDidExpandElement = this.#expanded.event;
  readonly onDidCollapseElement = this.#collapsed.event;
  readonly onDidChangeVisibility = new EventEmitter<unknown>().event;
  readonly onDidChangeCheckboxState = new EventEmitter<unknown>().event;

  constructor(
    viewId: string,
    provider: TreeProvider,
    by: { member: string; caller: (...args: never[]) => unknown },
  ) {
    this.#provider = provider;
    const actions = {
      toggle: (number: unknown) => this.#toggle(Number(number)),
      choose: (number: unknown) => this.#choose(Number(number)),
    };
    this.#registration = register(by.member, [viewId], { caller: by.caller, actions });
    this.#listening = provider.onDidChangeTreeData?.(() => this.#draw());
    this.#draw();
  }

  async reveal(
    element: unknown,
    { expand = false }: { expand?: boolean | number } = {},
  ): Promise<void> {
    if (expand !== false) this.#isOpen.set(element, true);
    this.selection = [element];
    this.#draw();
  }

  dispose(): void {
    this.#listening?.dispose();
    this.#registration.dispose();
  }

  /** Asks for what is shown now; changes in a row are one. */
  #draw(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#drawing = this.#drawing.then(async () => {
      this.#isAsked = false;
      const lines: { element: unknown; item: TreeItem }[] = [];
      try {
        const children = await this.#childrenOf(undefined, lines, 0);
        this.#lines = lines;
        this.#registration.render({ lines: children, isCut: lines.length >= maxLines });
      } catch (error) {
        guest.report(error);
      }
    });
  }

  async #childrenOf(
    element: unknown,
    lines: { element: unknown; item: TreeItem }[],
    depth: number,
  ): Promise<ShownLine[]> {
    const given = (await this.#provider.getChildren(element)) ?? [];
    const shown: ShownLine[] = [];
    for (const child of Array.isArray(given) ? given : []) {
      if (lines.length >= maxLines) break;
      const item = await this.#provider.getTreeItem(child);
      const number = lines.push({ element: child, item }) - 1;
      const wanted = this.#stateOf(child, item);
      const state = wanted === 'open' && depth >= maxDepth ? 'closed' : wanted;
      const children = state === 'open' ? await this.#childrenOf(child, lines, depth + 1) : [];
      shown.push({ ...toLine(item), number, state, children });
    }
    return shown;
  }

  #stateOf(element: unknown, item: TreeItem): ShownLine['state'] {
    if (item.collapsibleState === TreeItemCollapsibleState['None']) return 'leaf';
    const isOpen =
      this.#isOpen.get(item.id ?? element) ??
      this.#isOpen.get(element) ??
      item.collapsibleState === TreeItemCollapsibleState['Expanded'];
    return isOpen ? 'open' : 'closed';
  }

  #toggle(number: number): void {
    const line = this.#lines[number];
    if (line === undefined) return;
    const { element, item } = line;
    const opens = this.#stateOf(element, item) === 'closed';
    this.#isOpen.set(item.id ?? element, opens);
    (opens ? this.#expanded : this.#collapsed).fire({ element });
    this.#draw();
  }

  #choose(number: number): void {
    const line = this.#lines[number];
    if (line === undefined) return;
    this.selection = [line.element];
    this.#selected.fire({ selection: this.selection });
    const { command } = line.item;
    if (command !== undefined)
      commands
        .executeCommand(command.command, ...(command.arguments ?? []))
        .catch((error: unknown) => guest.report(error));
  }
}

function toLine({ label, resourceUri, description, tooltip, command }: TreeItem) {
  const named = typeof label === 'string' ? label : label?.label;
  const file = resourceUri?.path.split('/').at(-1);
  const hint = tooltip === undefined ? '' : textOf(tooltip);
  return {
    label: plainLabel(named ?? file ?? ''),
    isClickable: command !== undefined,
    ...(typeof description === 'string' && { description }),
    ...(hint !== '' && { tooltip: hint }),
  };
}

/** Shows a tree, which can be told what to select. */
export function createTreeView(
  viewId: string,
  { treeDataProvider }: { treeDataProvider: TreeProvider },
): TreeView {
  const by = { member: 'window.createTreeView', caller: createTreeView };
  return new TreeView(viewId, treeDataProvider, by);
}

/** Shows a tree. */
export function registerTreeDataProvider(viewId: string, provider: TreeProvider): Disposable {
  const by = { member: 'window.registerTreeDataProvider', caller: registerTreeDataProvider };
  const view = new TreeView(viewId, provider, by);
  return new Disposable(() => view.dispose());
}
