import { plain } from '../text/plain.ts';

/** A line on a terminal that shows what is being done. */
export interface Progress extends Disposable {
  update(text: string): void;
  /** Removes the line for good. */
  stop(): void;
}

/**
 * Makes a progress line, which appears with the first update. On a stream that isn't a terminal it shows
 * nothing.
 */
export async function showProgress(stream: NodeJS.WritableStream | null): Promise<Progress> {
  if (stream === null || !isTerminal(stream)) return nothing;
  // a bundle has the names of a CommonJS module only in its default export
  const { default: nanospinner } = await import('nanospinner');
  const spinner = nanospinner.createSpinner('', { stream });
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    if (timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    for (const name of signals) process.off(name, onSignal);
    spinner.stop();
  };
  // the spinner's own `start` would end the process, whoever else wants to end it in order
  const onSignal = (name: NodeJS.Signals) => {
    stop();
    if (process.listenerCount(name) === 0) process.kill(process.pid, name);
  };
  return {
    update(text) {
      spinner.update(plain(text));
      if (timer !== undefined) return;
      for (const name of signals) process.prependListener(name, onSignal);
      timer = setInterval(() => spinner.spin(), 50);
      spinner.spin();
    },
    stop,
    [Symbol.dispose]: stop,
  };
}

const signals = ['SIGINT', 'SIGTERM'] as const;

const nothing: Progress = { update: () => {}, stop: () => {}, [Symbol.dispose]: () => {} };

/**
 * True for a terminal with a width. Nanospinner never ends on one with zero columns, as some pseudo-terminals
 * have.
 */
function isTerminal(stream: NodeJS.WritableStream): stream is NodeJS.WriteStream {
  return (
    'isTTY' in stream && stream.isTTY === true && 'columns' in stream && Number(stream.columns) > 0
  );
}
