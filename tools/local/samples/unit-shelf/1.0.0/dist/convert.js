'use strict';

const { Action, ActionPanel, List } = require('@raycast/api');
const { useState } = require('react');
const { jsx, jsxs } = require('react/jsx-runtime');
const { convertQuantity, formatQuantity } = require('./convert-quantity.js');
const { parseQuantity } = require('./parse-quantity.js');
const { unitsLike } = require('./units.js');

/** @import { Quantity } from './parse-quantity.js' */

/** The view: a search bar for the quantity, and a row for every unit of its kind. */
function Convert() {
  const [text, setText] = useState('');
  const quantity = parseQuantity(text);
  return jsxs(List, {
    searchBarPlaceholder: '12 km, 350 °F in C, 3/4 cup …',
    onSearchTextChange: setText,
    children: [
      jsx(List.EmptyView, {
        title: text === '' ? 'Type a quantity' : 'No such unit on the shelf',
        description: 'For example 12 km, 350 °F in C or 3/4 cup',
      }),
      ...(quantity === null ? [] : rowsOf(quantity)),
    ],
  });
}

/** @param {Quantity} quantity */
function rowsOf({ value, from, to }) {
  const wanted = to === undefined ? unitsLike(from).filter((unit) => unit !== from) : [to];
  return wanted.map((unit) => {
    const answer = formatQuantity(convertQuantity(value, { from, to: unit }), unit);
    return jsx(
      List.Item,
      {
        title: answer,
        subtitle: unit.words[0],
        actions: jsx(ActionPanel, {
          children: jsx(Action.CopyToClipboard, { content: answer }),
        }),
      },
      unit.symbol,
    );
  });
}

module.exports = { default: Convert };
