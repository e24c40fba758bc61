import type { Permission } from '../schema/names.ts';

/**
 * The permissions behind what is there without an import where extensions run: all that code reaches which has
 * only globals, such as a text that `Function` makes code of. The app gives extensions no `process` with modules,
 * no `require` and no API as a global; a test of the sandbox compares this with the globals of an isolate.
 */
export const globalReach: readonly Permission[] = ['network'];
