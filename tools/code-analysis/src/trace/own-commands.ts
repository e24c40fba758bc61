import type { OwnContributions } from './own-contributions.ts';

/** The commands that an extension has itself: those that its code adds. */
export class OwnCommands {
  readonly #contributed: OwnContributions;
  readonly #added = new Set<string>();
  #isComplete = true;

  constructor(contributed: OwnContributions) {
    this.#contributed = contributed;
  }

  /** Notes what the code adds. @param names null where the name is unknown */
  add(names: readonly string[] | null): void {
    if (names === null) this.#isComplete = false;
    else for (const name of names) this.#added.add(name);
  }

  /**
   * True for a command of the extension. Where the code adds one by an unknown name, those of the manifest count
   * too. For each view the editor makes commands, such as `tides.list.focus`.
   */
  has(command: string): boolean {
    const { commands, views } = this.#contributed;
    if (this.#added.has(command)) return true;
    if (!this.#isComplete && commands.has(command)) return true;
    const [, view = ''] = ofView.exec(command) ?? [];
    return views.has(view);
  }
}

const ofView = /^(.+)\.(?:focus|open|removeView|resetViewLocation|toggleVisibility)$/;
