import type { ApiValue } from '../values/value.ts';

/**
 * True for the global object, for what gives it, and for `Function`: of these, code gets no more than a text
 * does that runs with globals alone. `eval` is none of them: by that name, it knows the variables around it.
 */
export function isGlobalValue({ id, node }: ApiValue): boolean {
  return id === 'global:' || id === 'global:Function' || node.does === 'gives-global';
}
