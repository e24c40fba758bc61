import type { AnyNode, CallExpression } from 'acorn';
import { type Carried, whole } from './carried.ts';
import { copyKeyOf } from './copy-key.ts';
import { givesObject, looks } from './copy-shapes.ts';

/** What a function of the language does in a copying helper with what it is given. */
interface BuiltinUse {
  /** What its result carries. */
  carries?: Carried;
  /** The object that gets members of the namespace. */
  fills?: AnyNode;
  /** The object that gets one member, with its name. */
  defines?: { target: AnyNode; key: AnyNode };
}

/** Tells what a call of a function of the language does in a helper; null where that is no copying. */
export function useOfBuiltin(
  { call, builtin, at }: { call: CallExpression; builtin: string; at: number },
  carried: Carried,
): BuiltinUse | null {
  const [target, key] = call.arguments;
  switch (carried.kind) {
    case 'whole':
      if (looks.test(builtin)) return {};
      if (at === 0 && givesObject.test(builtin)) return { carries: whole };
      if (builtin === 'Object.getOwnPropertyDescriptors') {
        return { carries: { kind: 'descriptors' } };
      }
      if (builtin === 'Object.getOwnPropertyDescriptor' && key !== undefined) {
        const name = copyKeyOf(key);
        return name === undefined ? null : { carries: { kind: 'descriptor', key: name.key } };
      }
      return builtin === 'Object.assign' && target !== undefined
        ? { carries: whole, fills: target }
        : null;
    case 'descriptor':
      return builtin === 'Object.defineProperty' && at === 2 && target && key
        ? { defines: { target, key } }
        : null;
    case 'descriptors':
      return builtin === 'Object.defineProperties' && at === 1 && target
        ? { carries: whole, fills: target }
        : null;
    case 'member':
      return null;
  }
}
