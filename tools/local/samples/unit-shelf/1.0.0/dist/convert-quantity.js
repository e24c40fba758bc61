'use strict';

/** @import { Unit } from './units.js' */

/**
 * A number of one unit in another one.
 *
 * @param {number} value
 * @param {{ from: Unit, to: Unit }} units
 */
function convertQuantity(value, { from, to }) {
  const base = value * from.factor + from.offset;
  return (base - to.offset) / to.factor;
}

/**
 * At most six significant digits, without an exponent where people would write none.
 *
 * @param {number} value
 * @param {Unit} unit
 */
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
