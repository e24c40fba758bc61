import { constants as files } from './fs-parts/flags.ts';
import { constants as system } from './os.ts';

const constants = { ...files, ...system.signals };
export default constants;
