import { type Verification, verifyRegistry } from '../verify-registry.ts';
import type { OperatorContext } from './context.ts';
import { openData } from './open-data.ts';

/** Recomputes every hash of the registry and compares its entries with its packages. */
export async function verify(_options: object, context: OperatorContext): Promise<Verification> {
  using registry = await openData(context);
  return await verifyRegistry({
    ...registry,
    limits: registry.config.limits,
    onProgress: (done, of) => context.onProgress(`Verifying ${done} of ${of} extensions`),
  });
}
