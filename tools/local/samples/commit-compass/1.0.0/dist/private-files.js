/** Files that hold secrets by convention. Their contents are never sent to a model. */
const patterns = [
  /(?:^|\/)\.env(?:\.[^/]*)?$/,
  /\.(?:pem|key|p12|pfx|jks|keystore)$/,
  /(?:^|\/)id_(?:rsa|ed25519|ecdsa)$/,
  /(?:^|\/)(?:credentials|secrets)(?:\.[^/]*)?$/,
  /(?:^|\/)\.(?:npmrc|netrc|pypirc)$/,
];

/**
 * Whether a file holds secrets, by its path.
 *
 * @param {string} path
 */
export function isPrivate(path) {
  return patterns.some((pattern) => pattern.test(path));
}
