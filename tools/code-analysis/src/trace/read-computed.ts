import type { AnyNode } from 'acorn';
import { copyOf } from '../modules/namespace-copy.ts';
import { placeInClass } from '../values/place-in-class.ts';
import type { Value } from '../values/value.ts';
import type { Tracer } from './tracer.ts';

/** Gives a property's value to the places that read the object's properties by names that nobody knows. */
export function giveToComputedReads(
  tracer: Tracer,
  { object, value }: { object: AnyNode; value: Value },
): void {
  if (!tracer.apis.isHeld(value)) return;
  for (const read of tracer.computedReads.of(object)) {
    const copy = read.type === 'MemberExpression' ? copyOf(tracer, read) : null;
    if (copy !== null) tracer.calls.bindCopy(copy, tracer.own.table(object, value));
    else
      tracer.add(read, read.type === 'MemberExpression' ? value : tracer.own.holder(read, value));
  }
}

/**
 * Does the same for a field of a class.
 *
 * @param at.member the field's definition, or `this.name` that is assigned to
 */
export function giveFieldToComputedReads(
  tracer: Tracer,
  at: { member: AnyNode; value: Value },
): void {
  const place = placeInClass(at.member);
  if (place === undefined) return;
  const object = place.isStatic ? place.of.body : place.of;
  giveToComputedReads(tracer, { object, value: at.value });
}
