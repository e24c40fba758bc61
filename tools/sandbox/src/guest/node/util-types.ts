import { types } from './util-parts/types.ts';

export const { isAnyArrayBuffer, isArgumentsObject, isArrayBuffer, isArrayBufferView } = types;
export const { isAsyncFunction, isBigInt64Array, isBigIntObject, isBigUint64Array } = types;
export const { isBooleanObject, isBoxedPrimitive, isCryptoKey, isDataView, isDate } = types;
export const { isExternal, isFloat32Array, isFloat64Array, isGeneratorFunction } = types;
export const { isGeneratorObject, isInt16Array, isInt32Array, isInt8Array, isKeyObject } = types;
export const { isMap, isMapIterator, isModuleNamespaceObject, isNativeError } = types;
export const { isNumberObject, isPromise, isProxy, isRegExp, isSet, isSetIterator } = types;
export const { isSharedArrayBuffer, isStringObject, isSymbolObject, isTypedArray } = types;
export const { isUint16Array, isUint32Array, isUint8Array, isUint8ClampedArray } = types;
export const { isWeakMap, isWeakSet } = types;
export default types;
