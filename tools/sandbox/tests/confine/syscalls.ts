import { constants } from 'node:os';
import type { Syscall } from './make-syscall-program.ts';

/** A system call that gives power to whoever may make it. */
interface RefusedSyscall extends Syscall {
  name: string;
  /** The numbers of the errors that it may end with. */
  errors: readonly number[];
  /** Whether bubblewrap lets it: its first process has no more rights than the program itself. */
  allowedByBwrap?: true;
}

const { EPERM, EINVAL, ENOSPC, ENOSYS, EROFS, ESRCH } = constants.errno;
const newUser = 0x10_00_00_00;
const newMounts = 0x2_00_00;

/** What is refused to a confined program whose code has escaped from JavaScript. */
export const refusedSyscalls: readonly RefusedSyscall[] = [
  { name: 'unshare users', number: 272, args: [newUser], errors: [EPERM, ENOSPC] },
  { name: 'unshare mounts', number: 272, args: [newMounts], errors: [EPERM] },
  { name: 'mount', number: 165, args: ['none', '/', 'tmpfs', 0, 0], errors: [EPERM] },
  { name: 'remount', number: 165, args: ['none', '/', '', 0x20, 0], errors: [EPERM] },
  { name: 'unmount', number: 166, args: ['/', 2], errors: [EPERM] },
  { name: 'chroot', number: 161, args: ['/'], errors: [EPERM] },
  { name: 'pivot_root', number: 155, args: ['/', '/'], errors: [EPERM] },
  { name: 'setuid', number: 105, args: [0], errors: [EPERM, EINVAL] },
  { name: 'setgid', number: 106, args: [0], errors: [EPERM, EINVAL] },
  {
    name: 'seize the first process',
    number: 101, // ptrace
    args: [0x42_06, 1, 0, 0],
    errors: [EPERM],
    allowedByBwrap: true,
  },
  { name: 'signal a process outside', number: 62, args: [0x3f_ff_ff, 0], errors: [ESRCH] },
  { name: 'name the host', number: 170, args: ['gained', 6], errors: [EPERM] },
  {
    name: 'make a device',
    number: 133,
    args: ['/null', 0x21_ff, 0x1_03],
    errors: [EPERM, EROFS],
  },
  { name: 'restart the machine', number: 169, args: [0, 0, 0], errors: [EPERM] },
  { name: 'load a module', number: 175, args: [0, 0, ''], errors: [EPERM, ENOSYS] },
  // prctl: is CAP_SYS_ADMIN in the bounding set? 0 is no
  { name: 'what could be regained', number: 157, args: [23, 21], errors: [0] },
  // prctl: PR_GET_NO_NEW_PRIVS is 1
  { name: 'no new privileges', number: 157, args: [39, 0, 0, 0, 0], errors: [255] },
];
