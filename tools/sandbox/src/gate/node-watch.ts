import { escape } from 'minimatch';
import { relative, sep } from 'node:path';
import { Type } from 'typebox';
import { ServiceError } from '../services/service-error.ts';
import { defineRegistration } from './api-call.ts';

const path = Type.String({ minLength: 1, maxLength: 4096 });
const options = Type.Object({ recursive: Type.Boolean() });

/** `watch` of Node's `fs`: of a file, or of what is in a folder. */
export const nodeWatch = defineRegistration(
  'fs:watch',
  { args: [path, options] },
  async ([of, { recursive }], { services, act }) => {
    const { fs, workspace } = services;
    const { kind } = await fs.stat(of, { follow: true });
    const below = relative(workspace.rootPath ?? '', await fs.realPath(of));
    if (workspace.rootPath === null || below.split(sep)[0] === '..') {
      throw new ServiceError('outside-workspace', `'${of}' is outside of the workspace`);
    }
    const name = escape(below.split(sep).join('/'));
    const inner = recursive ? '**' : '*';
    const pattern = kind === 'directory' ? `${name === '' ? '' : `${name}/`}${inner}` : name;
    return fs.watch(pattern, (change) => act('change', change));
  },
);
