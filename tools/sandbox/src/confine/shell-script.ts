/**
 * A script for `sh` that is put together with its arguments: values are never written into its text,
 * which names them by their position.
 */
export class ShellScript {
  readonly #args: string[] = [];
  readonly #lines: string[] = [];

  /** Adds lines of shell. */
  add(...lines: readonly string[]): this {
    this.#lines.push(...lines);
    return this;
  }

  /** Keeps a value as an argument; the text that stands for it, quoted. */
  value(text: string): string {
    this.#args.push(text);
    return `"\${${this.#args.length}}"`;
  }

  /** The same for several, as separate words. */
  words(texts: readonly string[]): string {
    return texts.map((text) => this.value(text)).join(' ');
  }

  /** The command that runs it. */
  command(shell: string): string[] {
    return [shell, '-c', ['set -eu', ...this.#lines].join('\n'), shell, ...this.#args];
  }
}
