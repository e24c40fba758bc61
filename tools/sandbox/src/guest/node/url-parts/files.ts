import { nodeError, wrongType } from '../node-error.ts';
import { resolve } from '../path.ts';
import { platform } from '../process.ts';

const isWindows = platform === 'win32';

function wrongPath(message: string): TypeError {
  return nodeError(TypeError, 'ERR_INVALID_FILE_URL_PATH', `File URL path ${message}`);
}

/** `fileURLToPath`. */
export function fileURLToPath(given: unknown, options: { windows?: boolean } = {}): string {
  if (typeof given !== 'string' && !(given instanceof URL)) {
    throw wrongType('path', 'of type string or an instance of URL', given);
  }
  const { protocol, hostname, pathname } = new URL(given);
  if (protocol !== 'file:') {
    throw nodeError(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  }
  if (options.windows ?? isWindows) return toWindowsPath(hostname, pathname);
  if (hostname !== '') {
    const message = `File URL host must be "localhost" or empty on ${platform}`;
    throw nodeError(TypeError, 'ERR_INVALID_FILE_URL_HOST', message);
  }
  if (/%2f/i.test(pathname)) throw wrongPath('must not include encoded / characters');
  return decodeURIComponent(pathname);
}

function toWindowsPath(hostname: string, pathname: string): string {
  if (/%2f|%5c/i.test(pathname)) throw wrongPath('must not include encoded \\ or / characters');
  const path = decodeURIComponent(pathname.replaceAll('/', '\\'));
  if (hostname !== '') return `\\\\${hostname}${path}`;
  if (!/^\\[a-z]:/i.test(path)) throw wrongPath('must be absolute');
  return path.slice(1);
}

/** `pathToFileURL`. */
export function pathToFileURL(path: unknown): URL {
  if (typeof path !== 'string') throw wrongType('path', 'of type string', path);
  const isFolder = path.endsWith('/') || (isWindows && path.endsWith('\\'));
  const found = resolve(path);
  const whole = isFolder && !/[/\\]$/.test(found) ? `${found}/` : found;
  const share = isWindows ? /^\\\\([^\\]+)(\\.*)$/.exec(whole) : null;
  const url = new URL(`file://${share?.[1] ?? ''}`);
  const plain = isWindows ? (share?.[2] ?? `/${whole}`).replaceAll('\\', '/') : whole;
  url.pathname = plain.replace(/[%\\\n\r\t?#]/g, (one) => encodeURIComponent(one));
  return url;
}
