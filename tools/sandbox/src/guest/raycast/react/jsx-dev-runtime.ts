import * as runtime from 'react/jsx-dev-runtime';

export const { Fragment, jsxDEV } = runtime;
