export { newId, type IdKind } from './new-id.js';
export { isWellFormedSecretToken, newSecretToken, type TokenPrefix } from './secret-token.js';
