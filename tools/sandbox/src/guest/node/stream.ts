import streams from '@jspm/core/nodelibs/stream';

export {
  Duplex,
  finished,
  PassThrough,
  pipeline,
  promises,
  Readable,
  Stream,
  Transform,
  Writable,
} from '@jspm/core/nodelibs/stream';
export default streams;
