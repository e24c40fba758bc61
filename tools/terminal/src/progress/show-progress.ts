import { plain } from '../text/plain.ts';

/** A line that says what is being done, while it is being done. */
export interface Progress extends Disposable {
  update(text: string): void;
  /** The line is gone, for good. */
  stop(): void;
}

/** Makes a line of progress, shown from the first update; on what is no terminal it shows nothing. */
export async function showProgress(stream: NodeJS.WritableStream | null): Promise<Progress> {
  if (stream === null || !isTerminal(stream)) return nothing;
  // CommonJS: a bundle has its names only in its default
  const { default: nanospinner } = await import('nanospinner');
  const spinner = nanospinner.createSpinner('', { stream });
  let started = false;
  const stop = () => {
    if (spinner.isSpinning()) spinner.stop();
  };
  return {
    update(text) {
      if (started) spinner.update(plain(text));
      else spinner.start(plain(text));
      started = true;
    },
    stop,
    [Symbol.dispose]: stop,
  };
}

const nothing: Progress = { update: () => {}, stop: () => {}, [Symbol.dispose]: () => {} };

/** Nanospinner never ends on a terminal that says it has no columns, as some pseudo-terminals do. */
function isTerminal(stream: NodeJS.WritableStream): stream is NodeJS.WriteStream {
  return (
    'isTTY' in stream && stream.isTTY === true && 'columns' in stream && Number(stream.columns) > 0
  );
}
