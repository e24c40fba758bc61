import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a checkout keeps what is made of its code. */
const caches = fileURLToPath(new URL('../../../../node_modules/.cache', import.meta.url));

/**
 * A folder for what follows from the code alone: the checkout's, so that builds of any registry share it, or one
 * in the work folder where the checkout can't be written.
 *
 * @param name of the folder, such as `templates`
 */
export async function checkoutFolder(name: string, work: string): Promise<string> {
  const shared = join(caches, `site-${name}`);
  const isWritable = await mkdir(shared, { recursive: true })
    .then(() => access(shared, constants.W_OK))
    .then(
      () => true,
      () => false,
    );
  return isWritable ? shared : join(work, name);
}
