/** A signal that is aborted by the first Ctrl-C or SIGTERM; a second one ends the process immediately. */
export function stopSignal(real: NodeJS.EventEmitter): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    const stop = () => {
      stopping.abort();
      // not before all are told: libraries end the process where they find nobody else that takes the signal
      queueMicrotask(() => real.off(name, stop));
    };
    real.on(name, stop);
  }
  return stopping.signal;
}
