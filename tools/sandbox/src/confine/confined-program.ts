/** A script that runs behind a wall, on Node. All paths are absolute, and are the same behind the wall. */
export interface ConfinedProgram {
  /** Node itself. */
  node: string;
  script: string;
  /** Arguments for the script. */
  args?: readonly string[];
  /** Arguments for Node. */
  nodeArgs?: readonly string[];
  /**
   * Further files and folders that it may read. Native add-ons can be loaded only where the file, which
   * ends in `.node`, is named itself: then the libraries that it needs can be read as well.
   */
  readable?: readonly string[];
  /** Folders within those that it may read which are empty for it. */
  hidden?: readonly string[];
  /** How much address space it may take, in bytes; {@link defaultAddressSpaceBytes} otherwise. */
  addressSpaceBytes?: number;
  /** How many processes and threads it may have; {@link maxConfinedThreads} otherwise. */
  maxThreads?: number;
  /** Whether Node has a channel to whoever starts it (`process.send`), at {@link channelDescriptor}. */
  hasChannel?: boolean;
  /** Whether it has the network of the system: also all that listens on this machine. */
  hasNetwork?: boolean;
}

/** How many processes and threads there may be behind a wall. Node with isolated-vm has some fifteen. */
export const maxConfinedThreads = 64;

/** The file descriptor of the channel. Shells have their own from 10 on, and name none with two digits. */
export const channelDescriptor = 9;

/** What a program starts with: nothing that its author chose, since what makes the wall is started with it too. */
export function environmentOf(program: ConfinedProgram): Record<string, string> {
  return program.hasChannel === true ? { NODE_CHANNEL_FD: String(channelDescriptor) } : {};
}

/**
 * 4 GiB. Node 24 with isolated-vm and one isolate takes 1.9 GiB of addresses before it runs anything,
 * each further isolate half a GiB, though next to no memory.
 */
export const defaultAddressSpaceBytes = 4 * 1024 ** 3;

/** The command of the program itself. */
export function nodeCommand(program: ConfinedProgram): string[] {
  return [program.node, ...(program.nodeArgs ?? []), program.script, ...(program.args ?? [])];
}

/** The id of a user and a group that own nothing. */
export const nobody = '65534';

/** What makes `setpriv` run a command as them. */
export const asNobody = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--'];
