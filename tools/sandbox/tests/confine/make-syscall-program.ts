/** A system call of Linux on x64: its number, and numbers or paths that it is given. */
export interface Syscall {
  number: number;
  args: readonly (number | string)[];
}

/** Where the program is put in memory. */
const address = 0x40_00_00n;
const headerLength = 64 + 56;

/** `mov` of a 64-bit number into rdi, rsi, rdx, r10, r8: the arguments of a call, in order. */
const moveArgument = [
  [0x48, 0xbf],
  [0x48, 0xbe],
  [0x48, 0xba],
  [0x49, 0xba],
  [0x49, 0xb8],
];

/**
 * A program for Linux on x64, as the bytes of an ELF file, that makes one system call and ends with the
 * number of the error, 0 where it succeeded: what code can try that has escaped from JavaScript.
 */
export function makeSyscallProgram({ number, args }: Syscall): Uint8Array {
  const codeLength = 10 * (args.length + 1) + 15;
  let end = BigInt(headerLength + codeLength);
  const texts: Buffer[] = [];
  const values = args.map((arg) => {
    if (typeof arg === 'number') return BigInt(arg);
    const text = Buffer.from(`${arg}\0`);
    texts.push(text);
    end += BigInt(text.length);
    return address + end - BigInt(text.length);
  });
  const code = Buffer.concat([
    move([0x48, 0xb8], BigInt(number)), // rax
    ...values.map((value, index) => move(moveArgument[index] ?? [], value)),
    Buffer.from([0x0f, 0x05]), // syscall
    Buffer.from([0x48, 0x89, 0xc7, 0x48, 0xf7, 0xdf]), // rdi = -rax
    Buffer.from([0xb8, 60, 0, 0, 0, 0x0f, 0x05]), // exit(rdi)
  ]);
  return Buffer.concat([header(end), code, ...texts]);
}

function move(opcode: readonly number[], value: bigint): Buffer {
  const bytes = Buffer.alloc(10);
  bytes.set(opcode);
  bytes.writeBigInt64LE(value, 2);
  return bytes;
}

/** The header of the file, and of its one segment, which can be read and run. */
function header(length: bigint): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]); // ELF of 64 bits, little endian
  bytes.writeUInt16LE(2, 16); // a program
  bytes.writeUInt16LE(62, 18); // for x64
  bytes.writeUInt32LE(1, 20);
  bytes.writeBigUInt64LE(address + BigInt(headerLength), 24); // where it begins
  bytes.writeBigUInt64LE(64n, 32); // where the segments are told
  bytes.writeUInt16LE(64, 52);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(1, 56);
  bytes.writeUInt32LE(1, 64); // the segment is loaded
  bytes.writeUInt32LE(5, 68);
  bytes.writeBigUInt64LE(address, 80);
  bytes.writeBigUInt64LE(address, 88);
  bytes.writeBigUInt64LE(length, 96);
  bytes.writeBigUInt64LE(length, 104);
  bytes.writeBigUInt64LE(0x1000n, 112);
  return bytes;
}
