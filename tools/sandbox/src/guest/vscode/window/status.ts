import { register } from '../ask-host.ts';
import { commands } from '../commands.ts';
import { ProgressLocation, StatusBarAlignment } from '../types/enums.ts';
import { CancellationTokenSource, Disposable } from '../types/events.ts';
import { plainLabel } from './quick-input.ts';

type CommandOfItem = string | { command: string; arguments?: unknown[] };

/** An item of the status bar. */
class StatusBarItem {
  readonly id: string;
  readonly alignment: number;
  readonly priority: number;
  name: string | undefined;
  accessibilityInformation: unknown;
  color: unknown;
  backgroundColor: unknown;
  readonly #shown = { text: '', visible: false } as {
    text: string;
    visible: boolean;
    tooltip?: string;
  };
  #tooltip: unknown;
  #command: CommandOfItem | undefined;
  readonly #registration: ReturnType<typeof register>;

  constructor(id: string, alignment: number, priority: number) {
    this.id = id;
    this.alignment = alignment;
    this.priority = priority;
    const place = {
      alignment: alignment === StatusBarAlignment['Right'] ? 'right' : 'left',
      priority,
    };
    const actions = { click: () => this.#click() };
    const by = { caller: createStatusBarItem, actions };
    this.#registration = register('window.createStatusBarItem', [place], by);
  }

  get text(): string {
    return this.#shown.text;
  }

  set text(text: string) {
    this.#shown.text = String(text);
    this.#render();
  }

  get tooltip(): unknown {
    return this.#tooltip;
  }

  set tooltip(tooltip: unknown) {
    this.#tooltip = tooltip;
    this.#render();
  }

  get command(): CommandOfItem | undefined {
    return this.#command;
  }

  set command(command: CommandOfItem | undefined) {
    this.#command = command;
    this.#render();
  }

  show(): void {
    this.#shown.visible = true;
    this.#render();
  }

  hide(): void {
    this.#shown.visible = false;
    this.#render();
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #render(): void {
    const { text, visible } = this.#shown;
    this.#registration.render({
      text: plainLabel(text),
      visible,
      isClickable: this.#command !== undefined,
      ...(typeof this.#tooltip === 'string' && { tooltip: this.#tooltip }),
    });
  }

  #click(): void {
    const given = this.#command;
    if (given === undefined) return;
    const { command, arguments: args = [] } =
      typeof given === 'string' ? { command: given } : given;
    void commands.executeCommand(command, ...args);
  }
}

/** `createStatusBarItem(id, alignment, priority)`, the id may be left out. */
export function createStatusBarItem(...given: unknown[]): StatusBarItem {
  const [first] = given;
  const id = typeof first === 'string' ? first : '';
  const [alignment = StatusBarAlignment['Left'], priority = 0] =
    typeof first === 'string' ? given.slice(1) : given;
  return new StatusBarItem(id, Number(alignment), Number(priority ?? 0));
}

/** Shows a text in the status bar until it is disposed of, some time is over, or something has ended. */
export function setStatusBarMessage(text: string, until?: number | Promise<unknown>): Disposable {
  const item = createStatusBarItem();
  item.text = text;
  item.show();
  const shown = new Disposable(() => item.dispose());
  const hide = () => void shown.dispose();
  if (typeof until === 'number') setTimeout(hide, until);
  else until?.then(hide, hide);
  return shown;
}

interface ProgressOptions {
  location?: number | { viewId: string };
  title?: string;
  cancellable?: boolean;
}

/** Shows progress while a task runs. */
export async function withProgress<R>(
  { location, title = '', cancellable = false }: ProgressOptions,
  task: (
    progress: { report(value: { message?: string; increment?: number }): void },
    token: CancellationTokenSource['token'],
  ) => Promise<R>,
): Promise<R> {
  const source = new CancellationTokenSource();
  const place = location === ProgressLocation.Notification ? 'notification' : 'status-bar';
  const shown = register(
    'window.withProgress',
    [{ title, location: place, cancellable: cancellable === true }],
    { caller: withProgress, actions: { cancel: () => source.cancel() } },
  );
  let percent: number | undefined;
  try {
    return await task(
      {
        report({ message, increment }) {
          if (increment !== undefined) percent = Math.min(100, (percent ?? 0) + increment);
          shown.render({
            ...(message !== undefined && { message }),
            ...(percent !== undefined && { percent }),
          });
        },
      },
      source.token,
    );
  } finally {
    shown.dispose();
  }
}
