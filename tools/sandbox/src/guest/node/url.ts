import url from '@jspm/core/nodelibs/url';

export { fileURLToPath, format, parse, pathToFileURL, resolve } from '@jspm/core/nodelibs/url';
const { URL, URLSearchParams } = globalThis;
export { URL, URLSearchParams };
export default { ...url, URL, URLSearchParams };
