'use strict';

/** A number of one unit in another one. */
function convertQuantity(value, { from, to }) {
  const base = value * from.factor + from.offset;
  return (base - to.offset) / to.factor;
}

/** At most six significant digits, without an exponent where people would write none. */
function formatQuantity(value, unit) {
  const rounded = Number(value.toPrecision(6));
  const size = Math.abs(rounded);
  const text =
    size !== 0 && (size >= 1e12 || size < 1e-6)
      ? rounded.toExponential()
      : rounded.toLocaleString('en', { maximumFractionDigits: 9, useGrouping: size >= 10_000 });
  return `${text} ${unit.symbol}`;
}

module.exports = { convertQuantity, formatQuantity };
