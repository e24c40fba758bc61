/**
 * Device names of Windows, which are reserved with any file ending too, also behind spaces.
 *
 * Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions
 */
const device =
  /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d\u00B9\u00B2\u00B3]) *(?:\.|$)/i;

/** Far longer than any real path, and short enough to limit the work for the folders in it. */
const maxLength = 512;

/** Returns why a path of a package is unsafe to unpack; null for a safe path. */
export function checkPath(path: string): string | null {
  if (path === '') return 'is empty';
  if (path.length > maxLength) return `is longer than ${maxLength} characters`;
  if (path.includes('\uFFFD')) return 'is not UTF-8';
  if (/\p{Cc}/u.test(path)) return 'has control characters';
  if (/[\u202A-\u202E\u2066-\u2069\u200B-\u200F\u2060\uFEFF]/u.test(path))
    return 'has invisible characters';
  if (/[\\:*?"<>|]/.test(path)) return 'has characters that Windows does not allow';
  if (path.startsWith('/')) return 'is absolute';
  for (const part of path.split('/')) {
    if (part === '') return 'has an empty part';
    if (part === '.' || part === '..') return `has a part '${part}'`;
    if (device.test(part)) return `has the device name '${part}'`;
    if (/[. ]$/.test(part)) return `has a part that ends in a dot or space`;
  }
  return null;
}
