/** Aborted by the first Ctrl-C or SIGTERM that a process gets; a second one ends it at once. */
export function stopSignal(real: NodeJS.EventEmitter): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) real.once(name, () => stopping.abort());
  return stopping.signal;
}
