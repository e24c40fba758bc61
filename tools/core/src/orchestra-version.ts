/** Version of the Orchestra API that this release of the tools speaks; `engines.orchestra` is compared with it. */
export const orchestraVersion = '1.0.0';
