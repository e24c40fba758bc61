import streams, { promises } from '@jspm/core/nodelibs/stream';

export { promises };
export {
  Duplex,
  finished,
  PassThrough,
  pipeline,
  Readable,
  Stream,
  Transform,
  Writable,
} from '@jspm/core/nodelibs/stream';

/** `isDestroyed`. */
export const isDestroyed = (of: { destroyed?: boolean }) => of.destroyed ?? null;

/** `isWritable`. */
export const isWritable = (of: { writable?: boolean }) => of.writable ?? null;

/** `getDefaultHighWaterMark`. */
export const getDefaultHighWaterMark = (isObjects: boolean) => (isObjects ? 16 : 65_536);
Object.assign(streams, { getDefaultHighWaterMark, isDestroyed, isWritable });
export default streams;
