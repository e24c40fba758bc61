import { missing } from './node-error.ts';

export const isatty = () => false;
export const ReadStream = missing('tty.ReadStream');
export const WriteStream = missing('tty.WriteStream');
export default { isatty, ReadStream, WriteStream };
