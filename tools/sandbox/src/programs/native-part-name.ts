import { existsSync } from 'node:fs';

/** What a native part is built for. */
export interface NativeTarget {
  platform: string;
  arch: string;
  /** Version of the interface of Node, e.g. `137`: that of Node 24. */
  abi: string;
  /** Of Linux alone. */
  libc: 'glibc' | 'musl';
}

/** The name of the native part of the engine for a system, by default this one: `linux-x64.abi137.glibc.node`. */
export function nativePartName(target: NativeTarget = thisSystem()): string {
  const { platform, arch, abi, libc } = target;
  return `${platform}-${arch}.abi${abi}${platform === 'linux' ? `.${libc}` : ''}.node`;
}

/** This system, and the Node that runs this. */
function thisSystem(): NativeTarget {
  return {
    platform: process.platform,
    arch: process.arch,
    abi: process.versions.modules,
    libc: existsSync('/etc/alpine-release') ? 'musl' : 'glibc',
  };
}
