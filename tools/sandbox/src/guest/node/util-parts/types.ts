import { types as known } from '@jspm/core/nodelibs/util';

/** What only an engine knows: whoever asks is told no. */
const never = () => false;

/** A module, as `import * as` gives it. */
function isModuleNamespaceObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const tag = Object.getOwnPropertyDescriptor(value, Symbol.toStringTag);
  return tag?.value === 'Module' && tag.configurable === false;
}

/** `util.types`. Proxies are taken for what they stand for. */
export const types = {
  ...known,
  isAsyncFunction: (value: unknown) => tagOf(value).startsWith('[object Async'),
  isCryptoKey: never,
  isExternal: never,
  isKeyObject: never,
  isModuleNamespaceObject,
  isNativeError: (value: unknown) => value instanceof Error,
  isProxy: never,
};

function tagOf(value: unknown): string {
  return typeof value === 'function' ? Object.prototype.toString.call(value) : '';
}
