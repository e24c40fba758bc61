/** Says which kind of token can publish. */
export const tokenHint =
  'Publishing needs a classic token with the scope public_repo in ORCHESTRA_GITHUB_TOKEN, or unset it and sign in when asked. A fine-grained token and the GITHUB_TOKEN of a workflow reach their own repositories alone.';
