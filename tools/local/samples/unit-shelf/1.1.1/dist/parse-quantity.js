'use strict';

const { findUnit } = require('./units.js');

/**
 * @import { Unit } from './units.js'
 * @typedef {{ value: number, from: Unit, to: Unit | undefined }} Quantity
 */

/** `12 km`, `-4.5°C in F`, `1,200 ft to m`, `3/4 cup as ml`, `5'11"`. */
const shape = /^\s*([-+−]?[\d.,]*\d)(?:\s*\/\s*(\d+))?\s*([^\d\s].*?)(?:\s+(?:in|to|as|=)\s+(\S.*?))?\s*$/i;

/**
 * Reads a quantity and, if it was asked for, the unit to convert to; null where it is none.
 *
 * @param {string} text
 * @returns {Quantity | null}
 */
function parseQuantity(text) {
  return parseFeetAndInches(text) ?? parseSimple(text);
}

/**
 * A height as people write it: feet, then inches.
 *
 * @param {string} text
 * @returns {Quantity | null}
 */
function parseFeetAndInches(text) {
  const match =
    /^\s*(\d+)\s*(?:'|′|ft|feet)\s*(\d+(?:\.\d+)?)\s*(?:"|″|''|in|inches)?(?:\s+(?:in|to|as|=)\s+(\S.*?))?\s*$/i.exec(
      text,
    );
  const from = findUnit('ft');
  if (match === null || from === undefined) return null;
  const [, feet, inches, toWord] = match;
  const to = toWord === undefined ? undefined : findUnit(toWord);
  if (toWord !== undefined && to?.kind !== from.kind) return null;
  return { value: Number(feet) + Number(inches) / 12, from, to };
}

/**
 * @param {string} text
 * @returns {Quantity | null}
 */
function parseSimple(text) {
  const match = shape.exec(text);
  if (match === null) return null;
  const [, number, divisor, fromWord, toWord] = match;
  const from = findUnit(fromWord);
  const to = toWord === undefined ? undefined : findUnit(toWord);
  const value = readNumber(number) / Number(divisor ?? 1);
  if (from === undefined || !Number.isFinite(value)) return null;
  if (toWord !== undefined && to?.kind !== from.kind) return null;
  return { value, from, to };
}

/**
 * A comma before three digits at the end of a group separates thousands; any other is a decimal sign.
 *
 * @param {string} text
 */
function readNumber(text) {
  const plain = text.replace('−', '-');
  const thousands = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
  return Number(thousands.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.'));
}

module.exports = { parseQuantity };
