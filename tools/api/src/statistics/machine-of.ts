import ipaddr from 'ipaddr.js';

/**
 * What a machine is counted by: its IPv4 address, or the network of its IPv6 address, of which it may
 * have any number (/64). Only digests of it are kept.
 *
 * Source: RFC 4291, section 2.5.4.
 */
export function machineOf(address: string): string {
  const [bare = ''] = address.split('%', 1); // a zone says nothing to others
  if (!ipaddr.isValid(bare)) return 'unknown';
  const ip = ipaddr.process(bare); // IPv4 that came as IPv6 is IPv4
  if (ip.kind() === 'ipv4') return ip.toString();
  return `${Buffer.from(ip.toByteArray().slice(0, 8)).toString('hex')}/64`;
}
