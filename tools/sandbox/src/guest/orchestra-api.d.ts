/** The module of an isolate that has what modules for extensions are made with. */
declare module 'orchestra:api' {
  const orchestra: import('./start-guest.ts').ApiParts['orchestra'];
  export default orchestra;
  export const guest: import('./start-guest.ts').ApiParts['guest'];
}
