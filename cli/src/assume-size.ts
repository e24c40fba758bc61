/** What a terminal is taken for that doesn't say its size. */
const usual = { columns: 80, rows: 24 };

/** Gives a terminal that says it has no columns, as some pseudo-terminals do, the usual size until it is resized. */
export function assumeSize(stream: { isTTY?: boolean; columns?: number; rows?: number }): void {
  if (stream.isTTY !== true || (stream.columns ?? 0) > 0) return;
  Object.assign(stream, usual);
}
