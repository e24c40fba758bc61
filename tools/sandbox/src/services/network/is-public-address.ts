import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/**
 * True for addresses of other machines on the internet: none that is loopback, private, link-local, shared
 * (CGNAT), unique-local, multicast, unspecified or reserved, also where it is written within an IPv6 address;
 * and none of this machine's own.
 *
 * @param address as the system resolved it; anything that is no IP address isn't public
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = unwrap(ipaddr.parse(address));
  return plain.range() === 'unicast' && !isOwn(plain.toString());
}

/** The IPv4 address within one of IPv6: mapped (`::ffff:0:0/96`), or translated by NAT64 (`64:ff9b::/96`). */
function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address instanceof ipaddr.IPv4) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return address.range() === 'rfc6052' ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address;
}

function isOwn(address: string): boolean {
  return Object.values(networkInterfaces()).some((list) =>
    list?.some(
      (own) => ipaddr.isValid(own.address) && ipaddr.parse(own.address).toString() === address,
    ),
  );
}
