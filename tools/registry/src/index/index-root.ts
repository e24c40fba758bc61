export { indexRoot } from '@orchestra/core';
