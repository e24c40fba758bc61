/** The values of a statement that is put together. */
export interface BoundValues {
  values: unknown[];
  /** Adds a value. @returns what stands for it in the statement: `$1` */
  bind(value: unknown): string;
}

/** Starts with no values. */
export function bindValues(): BoundValues {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}
