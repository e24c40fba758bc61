import type { createColors } from 'picocolors';

/** Colours a text, or leaves it plain where colours aren't wanted. */
export type Colors = ReturnType<typeof createColors>;

/** Makes what a person reads of a command's result: whole lines. */
export type Render<Result> = (result: Result, colors: Colors) => string;
