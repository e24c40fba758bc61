/** A kind of step by which code hands a value on. */
export interface CarryingStep {
  name: string;
  /**
   * Statements at the top of a file: `V` is an expression for the value, and `U(x)` stands where the value is
   * `x` and is used.
   */
  code: string;
}

/** A step of one line in a table. */
export function carry(name: string, code: string): CarryingStep {
  return { name, code };
}
