'use strict';

/**
 * @typedef {object} Unit
 * @property {string} kind what it measures
 * @property {string} symbol how it is written
 * @property {number} factor
 * @property {number} offset
 * @property {string[]} words what people call it
 * @property {string} other the unit that somebody used to the other system expects
 */

/**
 * Every unit: what it measures, how it is written, and how it becomes the base unit of its kind
 * (metre, kilogram, litre, kelvin, metre a second, byte): value × factor + offset. Factors are exact by definition.
 * `other` is what somebody used to the other system expects.
 */
const units = [
  unit('length', 'mm', { factor: 0.001, words: ['millimetre', 'millimeter'], other: 'in' }),
  unit('length', 'cm', { factor: 0.01, words: ['centimetre', 'centimeter'], other: 'in' }),
  unit('length', 'm', { factor: 1, words: ['metre', 'meter'], other: 'ft' }),
  unit('length', 'km', { factor: 1000, words: ['kilometre', 'kilometer'], other: 'mi' }),
  unit('length', 'in', { factor: 0.0254, words: ['inch', 'inches', '"'], other: 'cm' }),
  unit('length', 'ft', { factor: 0.3048, words: ['foot', 'feet', "'"], other: 'm' }),
  unit('length', 'yd', { factor: 0.9144, words: ['yard'], other: 'm' }),
  unit('length', 'mi', { factor: 1609.344, words: ['mile'], other: 'km' }),
  unit('length', 'nmi', { factor: 1852, words: ['nautical mile'], other: 'km' }),

  unit('weight', 'g', { factor: 0.001, words: ['gram', 'gramme'], other: 'oz' }),
  unit('weight', 'kg', { factor: 1, words: ['kilogram', 'kilo'], other: 'lb' }),
  unit('weight', 't', { factor: 1000, words: ['tonne'], other: 'lb' }),
  unit('weight', 'oz', { factor: 0.028349523125, words: ['ounce'], other: 'g' }),
  unit('weight', 'lb', { factor: 0.45359237, words: ['pound', 'lbs'], other: 'kg' }),
  unit('weight', 'st', { factor: 6.35029318, words: ['stone'], other: 'kg' }),

  unit('volume', 'ml', { factor: 0.001, words: ['millilitre', 'milliliter'], other: 'fl oz' }),
  unit('volume', 'l', { factor: 1, words: ['litre', 'liter'], other: 'gal' }),
  unit('volume', 'fl oz', { factor: 0.0295735295625, words: ['fluid ounce'], other: 'ml' }),
  unit('volume', 'cup', { factor: 0.2365882365, words: ['us cup'], other: 'ml' }),
  unit('volume', 'pt', { factor: 0.473176473, words: ['pint'], other: 'l' }),
  unit('volume', 'gal', { factor: 3.785411784, words: ['gallon'], other: 'l' }),

  unit('temperature', '°C', { factor: 1, offset: 273.15, words: ['c', 'celsius'], other: '°F' }),
  unit('temperature', '°F', {
    factor: 5 / 9,
    offset: 459.67 * (5 / 9),
    words: ['f', 'fahrenheit'],
    other: '°C',
  }),
  unit('temperature', 'K', { factor: 1, words: ['kelvin'], other: '°C' }),

  unit('speed', 'm/s', { factor: 1, words: ['mps'], other: 'mph' }),
  unit('speed', 'km/h', { factor: 1 / 3.6, words: ['kmh', 'kph'], other: 'mph' }),
  unit('speed', 'mph', { factor: 0.44704, words: ['mi/h'], other: 'km/h' }),
  unit('speed', 'kn', { factor: 1852 / 3600, words: ['knot', 'kt'], other: 'km/h' }),

  unit('data', 'B', { factor: 1, words: ['byte'], other: 'KiB' }),
  unit('data', 'kB', { factor: 1e3, words: ['kilobyte'], other: 'KiB' }),
  unit('data', 'MB', { factor: 1e6, words: ['megabyte'], other: 'MiB' }),
  unit('data', 'GB', { factor: 1e9, words: ['gigabyte'], other: 'GiB' }),
  unit('data', 'TB', { factor: 1e12, words: ['terabyte'], other: 'TiB' }),
  unit('data', 'KiB', { factor: 2 ** 10, words: ['kibibyte'], other: 'kB' }),
  unit('data', 'MiB', { factor: 2 ** 20, words: ['mebibyte'], other: 'MB' }),
  unit('data', 'GiB', { factor: 2 ** 30, words: ['gibibyte'], other: 'GB' }),
  unit('data', 'TiB', { factor: 2 ** 40, words: ['tebibyte'], other: 'TB' }),
];

/**
 * @param {string} kind
 * @param {string} symbol
 * @param {{ factor: number, offset?: number, words: string[], other: string }} facts
 * @returns {Unit}
 */
function unit(kind, symbol, { factor, offset = 0, words, other }) {
  return { kind, symbol, factor, offset, words, other };
}

/** @type {Map<string, Unit>} */
const byWord = new Map();
for (const each of units) {
  for (const word of [each.symbol, ...each.words]) {
    byWord.set(word.toLowerCase(), each);
    if (/^[a-z ]{4,}$/.test(word)) byWord.set(`${word}s`, each);
  }
}

/**
 * The unit that a word means, in any case and also as a plural; undefined where it is none.
 *
 * @param {string} word
 */
function findUnit(word) {
  return byWord.get(word.trim().toLowerCase().replace(/^°\s+/, '°'));
}

/**
 * Units of the same kind, in the order of the shelf.
 *
 * @param {Unit} found
 */
function unitsLike(found) {
  return units.filter(({ kind }) => kind === found.kind);
}

module.exports = { findUnit, unitsLike };
