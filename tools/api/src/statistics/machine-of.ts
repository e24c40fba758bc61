import ipaddr from 'ipaddr.js';

/**
 * Identifies a machine: its IPv4 address, or its IPv6 network (/64), because it may have many addresses in
 * that. Only digests of it are stored.
 *
 * Source: RFC 4291, section 2.5.4.
 */
export function machineOf(address: string): string {
  const [bare = ''] = address.split('%', 1); // a zone only has a meaning on its own machine
  if (!ipaddr.isValid(bare)) return 'unknown';
  const ip = ipaddr.process(bare); // IPv4-mapped IPv6 becomes IPv4
  if (ip.kind() === 'ipv4') return ip.toString();
  return `${Buffer.from(ip.toByteArray().slice(0, 8)).toString('hex')}/64`;
}
