import { workspace } from '@orchestra/api';

/**
 * Commits what is staged, and nothing else.
 *
 * @param {string} message
 */
export async function commitStaged(message) {
  await workspace.git.commit(message);
}
