/**
 * True for a file that a system starts by itself once it may be executed: a script with a line such as
 * `#!/bin/sh`, or a native program.
 */
export function isProgram(bytes: Uint8Array): boolean {
  return isScript(bytes) || isNativeProgram(bytes);
}

/** True for a program of Linux (ELF) or macOS (Mach-O, also for several processors). */
export function isNativeProgram(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, 4)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  // a class of Java begins as a Mach-O for several processors does, with a version where those are counted
  if (start === 'cafebabe') return bytes[4] === 0 && bytes[5] === 0 && (bytes[7] ?? 255) < 32;
  return /^(?:7f454c46|feedface|feedfacf|cefaedfe|cffaedfe)$/.test(start);
}

function isScript(bytes: Uint8Array): boolean {
  return /^#! *\//.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
}
