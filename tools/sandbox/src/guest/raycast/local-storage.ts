import { ask } from './ask-host.ts';

type Value = string | number | boolean;

async function getItem(key: string): Promise<unknown> {
  return ask('LocalStorage.getItem', [key], getItem);
}

async function setItem(key: string, value: Value): Promise<void> {
  if (!['string', 'number', 'boolean'].includes(typeof value)) {
    throw new TypeError(`LocalStorage keeps texts, numbers and booleans; ${key} is none.`);
  }
  await ask('LocalStorage.setItem', [key, JSON.stringify(value)], setItem);
}

async function removeItem(key: string): Promise<void> {
  await ask('LocalStorage.removeItem', [key], removeItem);
}

async function allItems(): Promise<unknown> {
  return ask('LocalStorage.allItems', [], allItems);
}

async function clear(): Promise<void> {
  await ask('LocalStorage.clear', [], clear);
}

/** Values that an extension keeps from one start to the next. */
export const LocalStorage = { getItem, setItem, removeItem, allItems, clear };
