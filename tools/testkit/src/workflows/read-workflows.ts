import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A file below `.github/`, with the name that it goes by. */
export interface WorkflowFile {
  name: string;
  path: string;
  text: string;
}

/**
 * Reads the workflows and composite actions of a repository.
 *
 * @param root of the repository
 */
export async function readWorkflows(
  root: string,
): Promise<{ workflows: WorkflowFile[]; actions: WorkflowFile[] }> {
  const workflows = join(root, '.github', 'workflows');
  const actions = join(root, '.github', 'actions');
  return {
    workflows: await Promise.all(
      (await readdir(workflows)).map((file) =>
        readOne(basename(file, '.yml'), join(workflows, file)),
      ),
    ),
    actions: await Promise.all(
      (await readdir(actions)).map((name) => readOne(name, join(actions, name, 'action.yml'))),
    ),
  };
}

/** Reads the workflow that publishes an extension, as every new one gets it. */
export function readTemplateWorkflow(root: string): Promise<WorkflowFile> {
  const path = join(root, 'cli', 'templates', 'shared', '_github', 'workflows', 'publish.yml');
  return readOne('template', path);
}

async function readOne(name: string, path: string): Promise<WorkflowFile> {
  return { name, path, text: await readFile(path, 'utf8') };
}
