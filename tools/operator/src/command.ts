import type { Style } from '@orchestra/terminal';
import type { OperatorContext } from './context.ts';

/** One of the operator's commands. */
export interface Command<Options, Result> {
  /** Does it. @throws RegistryError */
  run(options: Options, context: OperatorContext): Promise<Result>;
  /** What a person reads, without a line break at its end. */
  text(result: Result, style: Style): string;
  /** 1 where the result is that something is wrong; 0 where this is absent. */
  exitCode?(result: Result): 0 | 1;
}
