/** What can be sent as a bearer token (RFC 6750, section 2.1). */
export const TOKEN_SHAPE = /^[A-Za-z0-9\-._~+/]+=*$/;
export const TOKEN_LENGTH_MAX = 16_384;
