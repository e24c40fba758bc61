/* What of Node is pure computing, as libraries have it. */
declare module '@jspm/core/nodelibs/path' {
  const node: typeof import('node:path');
  export default node;
}
declare module '@jspm/core/nodelibs/util' {
  import node = require('node:util');
  export = node;
}
declare module '@jspm/core/nodelibs/url' {
  import node = require('node:url');
  export = node;
}
declare module '@jspm/core/nodelibs/stream' {
  import node = require('node:stream');
  export = node;
}
declare module '@jspm/core/nodelibs/string_decoder' {
  export * from 'node:string_decoder';
}
declare module '@jspm/core/nodelibs/events' {
  import node = require('node:events');
  export = node;
}
declare module '@jspm/core/nodelibs/buffer' {
  export * from 'node:buffer';
}
declare module '@jspm/core/nodelibs/querystring' {
  import node = require('node:querystring');
  export = node;
}
declare module '@jspm/core/nodelibs/punycode' {
  import node = require('node:punycode');
  export = node;
}
declare module '@jspm/core/nodelibs/assert' {
  import node = require('node:assert');
  export = node;
}
declare module 'path-unified/win32' {
  const win32: typeof import('node:path').win32;
  export default win32;
}
declare module 'node-inspect-extracted' {
  export { format, formatWithOptions, inspect, stripVTControlCharacters } from 'node:util';
}
