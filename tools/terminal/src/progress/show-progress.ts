/** A line that says how far a command is; nothing where nobody watches. */
export interface Progress {
  update(text: string): void;
  stop(): void;
}

/** Starts a line of progress on a terminal; it is gone once it is stopped. */
export async function showProgress(stream: NodeJS.WriteStream): Promise<Progress> {
  // nanospinner never ends on a terminal that says it has no columns, as some pseudo-terminals do
  if (stream.isTTY !== true || stream.columns < 1) return { update: () => {}, stop: () => {} };
  const { createSpinner } = await import('nanospinner');
  const spinner = createSpinner('', { stream });
  let started = false;
  return {
    update(text) {
      if (started) spinner.update(text);
      else spinner.start(text);
      started = true;
    },
    stop() {
      if (started) spinner.stop();
    },
  };
}
