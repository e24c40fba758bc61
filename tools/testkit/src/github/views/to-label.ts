import type { Label } from '../state/pull.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId } from './node-id.ts';
import { repositoryUrl } from './to-repository.ts';

/** A label as answers tell it. */
export function toLabel(world: World, repository: Repository, label: Label) {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${repositoryUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description ?? '', // the schema of a pull request in a list knows no null
  };
}
