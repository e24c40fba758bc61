import type { Owners } from '../owner.ts';
import type { Render } from './render.ts';

/** Who owns an extension now. */
export const renderOwners: Render<Owners> = ({ name, owners }) =>
  `${name} is owned by ${owners.map((owner) => owner.login).join(', ')}\n`;
