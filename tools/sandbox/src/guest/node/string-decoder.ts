import { StringDecoder } from '@jspm/core/nodelibs/string_decoder';

export { StringDecoder };
export default { StringDecoder };
