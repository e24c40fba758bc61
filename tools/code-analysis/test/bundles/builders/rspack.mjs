import { rspack } from '@rspack/core';
import { packWriters } from './packs.mjs';

export default packWriters({ pack: rspack, isRspack: true });
