import type { Value } from './value.ts';

/** True for a trap, a getter or a step of an iterator, which the language itself asks for its value. */
export function isReadByLanguage(name: string, value: Value): boolean {
  if (value.kind === 'function') return /^(?:get|apply|construct|next|toJSON)$/.test(name);
  return name === 'value' && value.kind === 'api';
}
