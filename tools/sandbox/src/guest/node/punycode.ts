import punycode from '@jspm/core/nodelibs/punycode';

export { decode, encode, toASCII, toUnicode, ucs2, version } from '@jspm/core/nodelibs/punycode';
export default punycode;
