/** The module of an isolate that has the API. */
declare module 'orchestra:api' {
  const orchestra: import('./orchestra.ts').OwnApi;
  export default orchestra;
}
