/** A signal that is aborted by the first Ctrl-C or SIGTERM; a second one ends the process immediately. */
export function stopSignal(real: NodeJS.EventEmitter): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) real.once(name, () => stopping.abort());
  return stopping.signal;
}
