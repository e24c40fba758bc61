import type { CommandContext } from '../command.ts';

/** A line that says what is being done, while it is being done. */
export interface Progress extends Disposable {
  say(text: string): void;
}

/** Shows progress on standard error where that is a terminal; elsewhere it says nothing. */
export async function startProgress(context: CommandContext, text: string): Promise<Progress> {
  const { stderr } = context;
  // a terminal without columns can't be drawn on
  if (context.json || stderr.isTTY !== true || !isTerminal(stderr) || !stderr.columns) {
    return { say: () => {}, [Symbol.dispose]: () => {} };
  }
  // CommonJS: a bundle has its names only in its default
  const { default: nanospinner } = await import('nanospinner');
  const spinner = nanospinner.createSpinner(text, { stream: stderr }).start();
  return {
    say: (next) => void spinner.update(next),
    [Symbol.dispose]: () => void spinner.stop(),
  };
}

function isTerminal(stream: NodeJS.WritableStream): stream is NodeJS.WriteStream {
  return 'fd' in stream;
}
