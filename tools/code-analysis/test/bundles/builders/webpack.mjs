import webpack from 'webpack';
import { packWriters } from './packs.mjs';

export default packWriters({ pack: webpack, isRspack: false });
