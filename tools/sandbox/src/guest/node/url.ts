import url, { format as formatParts } from '@jspm/core/nodelibs/url';
import { toUnicode } from './punycode.ts';
import { fileURLToPath, pathToFileURL } from './url-parts/files.ts';

export { parse, resolve } from '@jspm/core/nodelibs/url';
const { URL, URLSearchParams } = globalThis;

/** `domainToASCII`. */
export function domainToASCII(domain: string): string {
  return URL.parse(`http://${domain}`)?.hostname ?? '';
}

/** `domainToUnicode`. */
export function domainToUnicode(domain: string): string {
  return toUnicode(domainToASCII(domain));
}

/** `urlToHttpOptions`. */
export function urlToHttpOptions(of: URL): Record<string, unknown> {
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = of;
  const name = hostname.replace(/^\[(.*)\]$/, '$1');
  const auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    protocol,
    hostname: name,
    hash,
    search,
    pathname,
    path: `${pathname}${search}`,
    href,
    ...(port !== '' && { port: Number(port) }),
    ...((username !== '' || password !== '') && { auth }),
  };
}

/** `format`. */
export function format(
  of: URL | string | object,
  { auth = true, fragment = true, search = true, unicode = false } = {},
): string {
  if (!(of instanceof URL)) return formatParts(of as string);
  const shown = new URL(of);
  if (!auth) [shown.username, shown.password] = ['', ''];
  if (!fragment) shown.hash = '';
  if (!search) shown.search = '';
  const { href, hostname } = shown;
  return unicode ? href.replace(hostname, domainToUnicode(hostname)) : href;
}

export { fileURLToPath, pathToFileURL, URL, URLSearchParams };
export default {
  ...url,
  domainToASCII,
  domainToUnicode,
  fileURLToPath,
  format,
  pathToFileURL,
  URL,
  URLSearchParams,
  urlToHttpOptions,
};
