import { guest } from 'orchestra:api';

const { platform: system } = guest.state;

/** The end of a line on this system. */
export const EOL = system === 'win32' ? '\r\n' : '\n';
export const devNull = system === 'win32' ? '\\\\.\\nul' : '/dev/null';
export const platform = () => system;
export const type = () => ({ darwin: 'Darwin', linux: 'Linux', win32: 'Windows_NT' })[system];
export const arch = () => 'x64';
export const machine = () => 'x86_64';
export const endianness = () => 'LE';
export const release = () => '0.0.0';
export const version = () => '';
/** Nothing outside of the workspace is there for extensions: what is temporary belongs into their storage. */
export const tmpdir = () => guest.paths.globalStoragePath;
export const homedir = () => guest.paths.globalStoragePath;
export const hostname = () => 'localhost';
export const cpus = () => [];
export const availableParallelism = () => 1;
export const totalmem = () => 128 * 1024 * 1024;
export const freemem = () => 64 * 1024 * 1024;
export const loadavg = () => [0, 0, 0];
export const uptime = () => 0;
export const networkInterfaces = () => ({});
export const userInfo = () => ({
  username: 'user',
  uid: -1,
  gid: -1,
  shell: null,
  homedir: homedir(),
});
export const constants = {
  signals: nodeFacts.signals,
  errno: nodeFacts.errorNumbers,
  priority: { PRIORITY_LOW: 19, PRIORITY_NORMAL: 0, PRIORITY_HIGH: -14 },
};
export default {
  arch,
  availableParallelism,
  constants,
  cpus,
  devNull,
  endianness,
  EOL,
  freemem,
  homedir,
  hostname,
  loadavg,
  machine,
  networkInterfaces,
  platform,
  release,
  tmpdir,
  totalmem,
  type,
  uptime,
  userInfo,
  version,
};
