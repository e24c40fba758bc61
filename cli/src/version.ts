/** Version of this program; `npm run build -w cli` writes the same into the bundle's package.json. */
export const cliVersion = '0.1.0';
