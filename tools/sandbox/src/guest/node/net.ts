import { missing } from './node-error.ts';

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

const instead = 'Use fetch.';
export const BlockList = missing('net.BlockList');
export const connect = missing('net.connect', instead);
export const createConnection = missing('net.createConnection', instead);
export const createServer = missing('net.createServer');
export const Server = missing('net.Server');
export const Socket = missing('net.Socket', instead);
export const SocketAddress = missing('net.SocketAddress');
export const Stream = Socket;
export const getDefaultAutoSelectFamily = () => true;
export const setDefaultAutoSelectFamily = () => undefined;
export default {
  BlockList,
  connect,
  createConnection,
  createServer,
  getDefaultAutoSelectFamily,
  isIP,
  isIPv4,
  isIPv6,
  Server,
  setDefaultAutoSelectFamily,
  Socket,
  SocketAddress,
  Stream,
};
