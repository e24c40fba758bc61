import type { Variable } from 'eslint-scope';

/**
 * What an expression in a copying helper carries: a namespace or a copy of one, a member or its getter, the
 * descriptor of a member, or the descriptors of all members. Members come with the variable that holds their
 * name.
 */
export type Carried =
  | { kind: 'whole' | 'descriptors'; key?: undefined }
  | { kind: 'member' | 'descriptor'; key: Variable };

/** A namespace, or a copy of one. */
export const whole: Carried = { kind: 'whole' };
