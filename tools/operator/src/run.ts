import type { OperatorContext } from './context.ts';
import type { Render } from './render/render.ts';

/** What every command takes. */
export interface GlobalOptions {
  data: string;
  repository?: string;
  blobs?: string;
  json?: boolean;
  as?: string;
}

/** Runs a command with its context, and shows its result as text or JSON. */
export type Run = <Result>(
  options: GlobalOptions,
  of: {
    run(context: OperatorContext): Promise<Result>;
    render: Render<Result>;
    /** True for a result that is a failure all the same. */
    failed?(result: Result): boolean;
  },
) => Promise<void>;
