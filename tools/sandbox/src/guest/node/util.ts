import util from '@jspm/core/nodelibs/util';

export {
  callbackify,
  debuglog,
  deprecate,
  format,
  inherits,
  inspect,
  isArray,
  promisify,
  types,
} from '@jspm/core/nodelibs/util';
const { TextDecoder, TextEncoder } = globalThis;
export { TextDecoder, TextEncoder };
export default { ...util, TextDecoder, TextEncoder };
