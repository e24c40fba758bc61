import { workspace } from '@orchestra/api';

/** Subjects of the latest commits by people, as examples of how this project writes them. */
export async function readStyle() {
  const commits = await workspace.git.log({ maxCount: 40 }).catch(() => []);
  return commits
    .map(({ message }) => message.split('\n', 1)[0])
    .filter((subject) => !/^(?:Merge|Revert|fixup!|squash!|Bump) /.test(subject))
    .slice(0, 15);
}
