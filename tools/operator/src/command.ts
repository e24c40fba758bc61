import type { Style } from '@orchestra/terminal';
import type { OperatorContext } from './context.ts';

/** One of the operator's commands. */
export interface OperatorCommand<Options, Result> {
  /** Runs the command. @throws RegistryError */
  run(options: Options, context: OperatorContext): Promise<Result>;
  /** The result as text for people, without a final line break. */
  text(result: Result, style: Style): string;
  /** 1 where the result reports something wrong; without this method 0. */
  exitCode?(result: Result): 0 | 1;
}
