import { guest } from 'orchestra:api';
import { ask } from './ask-host.ts';

interface ActionOptions {
  title: string;
  onAction(toast: Toast): void;
}

interface Options {
  title: string;
  message?: string;
  style?: string;
  primaryAction?: ActionOptions;
  secondaryAction?: ActionOptions;
}

const Style = { Success: 'SUCCESS', Failure: 'FAILURE', Animated: 'ANIMATED' } as const;

/** A message at the foot of the window, which may change while it is shown. */
export class Toast {
  static readonly Style = Style;
  readonly #options: Options;
  #shown: ReturnType<typeof guest.link.register> | null = null;

  constructor(options: Options) {
    this.#options = { ...options };
  }

  get title(): string {
    return this.#options.title;
  }

  set title(title: string) {
    this.#options.title = title;
    this.#show();
  }

  get message(): string | undefined {
    return this.#options.message;
  }

  set message(message: string | undefined) {
    this.#set('message', message);
  }

  get style(): string {
    return this.#options.style ?? Style.Success;
  }

  set style(style: string) {
    this.#options.style = style;
    this.#show();
  }

  get primaryAction(): ActionOptions | undefined {
    return this.#options.primaryAction;
  }

  set primaryAction(action: ActionOptions | undefined) {
    this.#set('primaryAction', action);
  }

  get secondaryAction(): ActionOptions | undefined {
    return this.#options.secondaryAction;
  }

  set secondaryAction(action: ActionOptions | undefined) {
    this.#set('secondaryAction', action);
  }

  async show(): Promise<void> {
    this.#shown ??= guest.link.register('@raycast/api:showToast', [], {
      caller: showToast,
      actions: {
        act: (which) => {
          const action = which === 0 ? this.primaryAction : this.secondaryAction;
          action?.onAction(this);
        },
        failed: (error) => guest.report(error),
      },
    });
    this.#show();
  }

  async hide(): Promise<void> {
    this.#shown?.dispose();
    this.#shown = null;
  }

  #set<K extends keyof Options>(name: K, value: Options[K] | undefined): void {
    if (value === undefined) delete this.#options[name];
    else this.#options[name] = value;
    this.#show();
  }

  #show(): void {
    const { title, message, style, primaryAction, secondaryAction } = this;
    this.#shown?.render({
      title: String(title),
      message: message === undefined ? undefined : String(message),
      style,
      actions: [primaryAction, secondaryAction].map((action) =>
        action === undefined ? null : String(action.title),
      ),
    });
  }
}

/** Shows a message, which may change later. */
export async function showToast(
  first: Options | string,
  title = '',
  message?: string,
): Promise<Toast> {
  const options =
    typeof first === 'string'
      ? { style: first, title, ...(message !== undefined && { message }) }
      : first;
  const toast = new Toast(options);
  await ask('Toast', [], showToast); // throws here where it may not be shown
  await toast.show();
  return toast;
}

/** Shows a message for a moment. */
export async function showHUD(title: string): Promise<void> {
  await ask('showHUD', [String(title)], showHUD);
}
