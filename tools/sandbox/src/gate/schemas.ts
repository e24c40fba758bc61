import { Type } from 'typebox';

/** A path, as an extension may name it. */
export const path = Type.String({ minLength: 1, maxLength: 4096 });

/** A place in a text: line and column from 0. */
export const position = Type.Object({
  line: Type.Integer({ minimum: 0 }),
  column: Type.Integer({ minimum: 0 }),
});

/** A part of a text. */
export const range = Type.Object({ start: position, end: position });

/** Changes of a text. */
export const edits = Type.Array(Type.Object({ range, text: Type.String() }));
