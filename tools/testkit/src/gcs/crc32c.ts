const table = Uint32Array.from({ length: 256 }, (_value, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0x82f63b78 : remainder >>> 1;
  }
  return remainder;
});

/** The CRC-32C of bytes as Cloud Storage writes it: big-endian, in base64 (RFC 3720, appendix B.4). */
export function crc32c(bytes: Uint8Array): string {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder = (remainder >>> 8) ^ (table[(remainder ^ byte) & 0xff] ?? 0);
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((remainder ^ 0xffffffff) >>> 0);
  return sum.toString('base64');
}
