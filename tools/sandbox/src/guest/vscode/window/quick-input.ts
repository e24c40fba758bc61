import { guest } from 'orchestra:api';
import { askEditor } from '../ask-host.ts';
import { QuickPickItemKind } from '../types/enums.ts';
import { type CancellationToken, EventEmitter, signalOf } from '../types/events.ts';

interface PickItem {
  label: string;
  kind?: number;
  description?: string;
  detail?: string;
  picked?: boolean;
}

interface PickOptions {
  title?: string;
  placeHolder?: string;
  canPickMany?: boolean;
  matchOnDescription?: boolean;
  onDidSelectItem?(item: unknown): unknown;
}

type Pick = string | PickItem;

/** Asks a person to choose; undefined where they leave. */
export async function showQuickPick(
  offered: readonly Pick[] | Promise<readonly Pick[]>,
  options: PickOptions = {},
  token?: CancellationToken,
): Promise<unknown> {
  const { title, placeHolder: placeholder, canPickMany, matchOnDescription } = options;
  const picked = await choose(
    'window.showQuickPick',
    { items: await offered, title, placeholder, canPickMany, matchOnDescription },
    { caller: showQuickPick, signal: signalOf(token) },
  );
  return canPickMany === true ? picked : picked?.[0];
}

/** Asks for one or several of some items; undefined where the person leaves. */
async function choose<P extends Pick>(
  member: string,
  asked: {
    items: readonly P[];
    title: string | undefined;
    placeholder: string | undefined;
    canPickMany: boolean | undefined;
    matchOnDescription: boolean | undefined;
  },
  by: { caller: (...args: never[]) => unknown; signal: AbortSignal | undefined },
): Promise<P[] | undefined> {
  const { title, placeholder, canPickMany = false, matchOnDescription = false } = asked;
  const items = [...asked.items].filter(isChoice);
  const picks = {
    items: items.map(toChoice),
    canPickMany,
    matchOnDescription,
    ...(title !== undefined && { title }),
    ...(placeholder !== undefined && { placeholder }),
  };
  const chosen = await askEditor(member, [picks], by);
  if (!Array.isArray(chosen)) return undefined;
  return chosen.flatMap((index) => items[Number(index)] ?? []);
}

function isChoice(item: Pick): boolean {
  return typeof item === 'string' || item.kind !== QuickPickItemKind.Separator;
}

function toChoice(item: Pick) {
  if (typeof item === 'string') return { label: item, picked: false };
  const { label, description, detail, picked = false } = item;
  return {
    label: plainLabel(label),
    picked,
    ...(description !== undefined && { description }),
    ...(detail !== undefined && { detail }),
  };
}

/** A label without the names of icons, `$(git-commit)`. */
export function plainLabel(label: string): string {
  return label.replace(/\$\([\w~-]+\)\s*/g, '');
}

interface BoxOptions {
  title?: string;
  value?: string;
  prompt?: string;
  placeHolder?: string;
  password?: boolean;
  validateInput?(value: string): unknown;
}

/** Asks a person to write; undefined where they leave. */
export async function showInputBox(
  options: BoxOptions = {},
  token?: CancellationToken,
): Promise<unknown> {
  const { title, value, prompt, placeHolder, password, validateInput } = options;
  const check =
    validateInput === undefined
      ? null
      : guest.link.keepCallback(async (text: string) => faultOf(await validateInput(text)));
  const box = {
    ...(title !== undefined && { title }),
    ...(value !== undefined && { value }),
    ...(prompt !== undefined && { prompt }),
    ...(placeHolder !== undefined && { placeholder: placeHolder }),
    ...(password !== undefined && { password }),
    ...(check !== null && { validate: check.id }),
  };
  try {
    return await askEditor('window.showInputBox', [box], {
      caller: showInputBox,
      signal: signalOf(token),
    });
  } finally {
    check?.drop();
  }
}

function faultOf(told: unknown): string | undefined {
  if (typeof told === 'string') return told === '' ? undefined : told;
  const { message, severity } = Object(told) as { message?: unknown; severity?: unknown };
  return typeof message === 'string' && severity !== 1 ? message : undefined;
}

/** What a quick pick and an input box have in common. */
class QuickInput {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  enabled = true;
  busy = false;
  ignoreFocusOut = false;
  placeholder: string | undefined;
  buttons: unknown[] = [];
  value = '';
  protected readonly accepted = new EventEmitter<void>();
  protected readonly hidden = new EventEmitter<unknown>();
  protected readonly changed = new EventEmitter<string>();
  readonly onDidAccept = this.accepted.event;
  readonly onDidHide = this.hidden.event;
  readonly onDidChangeValue = this.changed.event;
  readonly onDidTriggerButton = new EventEmitter().event;
  #asking: AbortController | null = null;

  /** Asks, and tells what came of it. @param run gives whether there is an answer */
  protected open(run: (signal: AbortSignal) => Promise<boolean>): void {
    if (this.#asking !== null) return;
    const asking = new AbortController();
    this.#asking = asking;
    run(asking.signal)
      .then((isAnswered) => isAnswered && this.accepted.fire())
      .catch((error: unknown) => {
        if (!asking.signal.aborted) guest.report(error);
      })
      .finally(() => this.hide());
  }

  hide(): void {
    const asking = this.#asking;
    if (asking === null) return;
    this.#asking = null;
    asking.abort();
    this.hidden.fire({ reason: 0 });
  }

  dispose(): void {
    this.hide();
  }
}

class QuickPick extends QuickInput {
  items: readonly PickItem[] = [];
  canSelectMany = false;
  matchOnDescription = false;
  matchOnDetail = false;
  keepScrollPosition = false;
  activeItems: readonly PickItem[] = [];
  selectedItems: readonly PickItem[] = [];
  readonly #selected = new EventEmitter<readonly PickItem[]>();
  readonly onDidChangeSelection = this.#selected.event;
  readonly onDidChangeActive = new EventEmitter<readonly PickItem[]>().event;
  readonly onDidTriggerItemButton = new EventEmitter().event;

  show(): void {
    // what is set right after is shown as well
    setTimeout(() => this.open((signal) => this.#choose(signal)), 0);
  }

  async #choose(signal: AbortSignal): Promise<boolean> {
    const { items, title, placeholder, canSelectMany: canPickMany, matchOnDescription } = this;
    const chosen = await choose(
      'window.createQuickPick',
      { items, title, placeholder, canPickMany, matchOnDescription },
      { caller: this.show, signal },
    );
    if (chosen === undefined) return false;
    this.selectedItems = chosen;
    this.activeItems = this.selectedItems;
    this.#selected.fire(this.selectedItems);
    return true;
  }
}

class InputBox extends QuickInput {
  password = false;
  prompt: string | undefined;
  validationMessage: unknown;
  valueSelection: unknown;

  show(): void {
    setTimeout(() => this.open((signal) => this.#write(signal)), 0);
  }

  async #write(signal: AbortSignal): Promise<boolean> {
    const { title, prompt, placeholder, password, value } = this;
    const check = guest.link.keepCallback((text: string) => {
      this.value = text;
      this.changed.fire(text);
      return faultOf(this.validationMessage);
    });
    const box = {
      password,
      value,
      validate: check.id,
      ...(title !== undefined && { title }),
      ...(prompt !== undefined && { prompt }),
      ...(placeholder !== undefined && { placeholder }),
    };
    try {
      const written = await askEditor('window.createInputBox', [box], {
        caller: this.show,
        signal,
      });
      if (typeof written !== 'string') return false;
      this.value = written;
      return true;
    } finally {
      check.drop();
    }
  }
}

export const createQuickPick = (): QuickPick => new QuickPick();
export const createInputBox = (): InputBox => new InputBox();
