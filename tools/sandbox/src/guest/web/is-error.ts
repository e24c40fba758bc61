/// <reference lib="esnext.error" />

/** Whether a value was made as an error, whatever its prototype is now. */
export const isErrorObject: (value: unknown) => value is Error = Error.isError;
