'use strict';

const { Clipboard, showHUD } = require('@raycast/api');
const { convertQuantity, formatQuantity } = require('./convert-quantity.js');
const { parseQuantity } = require('./parse-quantity.js');
const { findUnit } = require('./units.js');

/** Converts the quantity that was copied to the other system, and copies the answer. */
async function convertClipboard() {
  const copied = (await Clipboard.readText()) ?? '';
  const quantity = parseQuantity(copied);
  if (quantity === null) {
    await showHUD('Copy a quantity first, such as 12 km');
    return;
  }
  const { value, from } = quantity;
  const to = quantity.to ?? findUnit(from.other) ?? from;
  const answer = formatQuantity(convertQuantity(value, { from, to }), to);
  await Clipboard.copy(answer);
  await showHUD(`${formatQuantity(value, from)} = ${answer}`);
}

module.exports = { default: convertClipboard };
