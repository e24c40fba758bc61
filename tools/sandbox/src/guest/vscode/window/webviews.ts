import { guest } from 'orchestra:api';
import { register } from '../ask-host.ts';
import { ViewColumn } from '../types/enums.ts';
import { Disposable, EventEmitter, neverCancelled } from '../types/events.ts';
import { Uri } from '../types/uri.ts';

/** A page: HTML, and messages to and from its scripts. */
class Webview {
  readonly cspSource = 'orchestra-webview:';
  #options: Record<string, unknown>;
  #html = '';
  readonly #received = new EventEmitter<unknown>();
  readonly #post: (message: unknown) => Promise<boolean>;
  readonly #render: () => void;
  readonly onDidReceiveMessage = this.#received.event;

  constructor(
    options: Record<string, unknown>,
    by: { post(message: unknown): Promise<boolean>; render(): void },
  ) {
    this.#options = options;
    this.#post = (message) => by.post(message);
    this.#render = () => by.render();
  }

  get options(): Record<string, unknown> {
    return this.#options;
  }

  set options(options: Record<string, unknown>) {
    this.#options = options;
    this.#render();
  }

  get html(): string {
    return this.#html;
  }

  set html(html: string) {
    this.#html = String(html);
    this.#render();
  }

  postMessage(message: unknown): Promise<boolean> {
    return this.#post(message);
  }

  asWebviewUri(uri: Uri): Uri {
    return uri.with({ scheme: 'orchestra-webview' });
  }

  static receive(webview: Webview, message: unknown): void {
    webview.#received.fire(message);
  }
}

/** A page with a title, as a tab or in a side bar. */
class Page {
  readonly viewType: string;
  readonly webview: Webview;
  readonly viewColumn = ViewColumn.One;
  iconPath: unknown;
  description: string | undefined;
  badge: unknown;
  visible = true;
  active = true;
  #title: string;
  #revealed = 0;
  readonly #disposed = new EventEmitter<void>();
  readonly #registration: ReturnType<typeof register>;
  #isDisposed = false;
  readonly onDidDispose = this.#disposed.event;
  readonly onDidChangeViewState = new EventEmitter<unknown>().event;
  readonly onDidChangeVisibility = new EventEmitter<void>().event;

  constructor(
    member: string,
    of: { viewType: string; title: string; options: Record<string, unknown> },
    caller: (...args: never[]) => unknown,
  ) {
    this.viewType = of.viewType;
    this.#title = of.title;
    const actions = {
      message: (message: unknown) => Webview.receive(this.webview, message),
      closed: () => this.dispose(),
    };
    const enableScripts = of.options['enableScripts'] === true;
    const args = [{ id: of.viewType, title: of.title, html: '', enableScripts }];
    this.#registration = register(member, args, { caller, actions });
    const { id } = this.#registration;
    const post = async (message: unknown): Promise<boolean> =>
      (await guest.link.call('vscode:Webview.postMessage', [id, message], { caller: post })) ===
      true;
    this.webview = new Webview(of.options, { post, render: () => this.#render() });
  }

  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    this.#title = String(title);
    this.#render();
  }

  get options(): Record<string, unknown> {
    return this.webview.options;
  }

  reveal(): void {
    this.#revealed += 1;
    this.#render();
  }

  show(): void {
    this.reveal();
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#registration.dispose();
    this.#disposed.fire();
  }

  #render(): void {
    const { html } = this.webview;
    this.#registration.render({ title: this.#title, html, revealed: this.#revealed });
  }
}

/** Shows a page as a tab. */
export function createWebviewPanel(
  viewType: string,
  title: string,
  _where: unknown,
  options: Record<string, unknown> = {},
): Page {
  return new Page('window.createWebviewPanel', { viewType, title, options }, createWebviewPanel);
}

/** Shows a page in a side bar: here at once, since all views are open. */
export function registerWebviewViewProvider(
  viewId: string,
  provider: { resolveWebviewView(view: Page, context: object, token: unknown): unknown },
): Disposable {
  const member = 'window.registerWebviewViewProvider';
  const of = { viewType: viewId, title: viewId, options: {} };
  const page = new Page(member, of, registerWebviewViewProvider);
  Promise.try(() => provider.resolveWebviewView(page, { state: undefined }, neverCancelled)).catch(
    (error: unknown) => guest.report(error),
  );
  return new Disposable(() => page.dispose());
}
