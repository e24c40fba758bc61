/** Members by which an object leads to more than its own properties. */
export const ofEveryObject =
  /^(?:__\w+__|constructor|prototype|then|toJSON|toString|toLocaleString|valueOf|exports|default|\d+)$/;

/** Operators by which a variable or a property may become the value on the right. */
export const setsValue = /^(?:|\|\||&&|\?\?)=$/;
