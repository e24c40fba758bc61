import path from '@jspm/core/nodelibs/path';

export {
  basename,
  delimiter,
  dirname,
  extname,
  format,
  isAbsolute,
  join,
  normalize,
  parse,
  posix,
  relative,
  resolve,
  sep,
  win32,
} from '@jspm/core/nodelibs/path';
export default path;
