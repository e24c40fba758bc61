/* Sockets aren't offered: what works on texts is. */

const v4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** `isIPv4`. */
export const isIPv4 = (text: unknown) => v4.test(String(text));

/** `isIPv6`. */
export function isIPv6(text: unknown): boolean {
  const [address = '', zone] = String(text).split('%');
  if (!address.includes(':') || zone === '' || !/^[\da-f:.]+$/i.test(address)) return false;
  return URL.canParse(`http://[${address}]`);
}

/** `isIP`. */
export const isIP = (text: unknown) => (isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0);

export const getDefaultAutoSelectFamily = () => true;
export const setDefaultAutoSelectFamily = () => undefined;
export const getDefaultAutoSelectFamilyAttemptTimeout = () => 250;
export const setDefaultAutoSelectFamilyAttemptTimeout = () => undefined;
export default {
  getDefaultAutoSelectFamily,
  isIP,
  isIPv4,
  isIPv6,
  getDefaultAutoSelectFamilyAttemptTimeout,
  setDefaultAutoSelectFamily,
  setDefaultAutoSelectFamilyAttemptTimeout,
};
