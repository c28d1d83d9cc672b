const SECRET_NAME = /authorization|token|secret|key|password|credential|cookie|session/i;
const SECRET_VALUE = /^(bearer|basic|token)\s/i;
const PLACEHOLDER = /\$\{[^}]*\}|\$[A-Z_][A-Z0-9_]*|\{env:[^}]*\}|\{\{[^}]*\}\}|<[^>]*>|%[A-Z_]+%|\byour[-_ ][\w-]+|\bxxx+\b|\.\.\.|…/i;
const SECRET_QUERY = /(^|[_-])(api[_-]?key|key|token|secret|auth|access[_-]?token|sig|signature|password)$/i;
/** Set by the gateway itself for each request, or of a browser; a server's definition cannot set them. */
const WIRE_HEADER =
  /^(accept(-charset|-encoding)?|connection|content-(length|type|encoding)|cookie|date|expect|forwarded|host|keep-alive|last-event-id|(mcp|proxy|sec|x-forwarded)-.*|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|user-agent|via)$/i;
/** RFC 9110, section 5.6.2. */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,128}$/;

/** Whether a header's value should stand where nobody can read it again. */
export const isSecretHeader = (name: string, value: string): boolean => SECRET_NAME.test(name) || SECRET_VALUE.test(value);

/** Whether a text stands for a value that somebody still has to fill in, in any client's way of writing it. */
export const isPlaceholder = (value: string): boolean => PLACEHOLDER.test(value.slice(0, 4_096));

/** Whether a server's definition may set a header of this name. */
export const isSettableHeader = (name: string): boolean => HEADER_NAME.test(name) && !WIRE_HEADER.test(name);

/** Whether a URL itself seems to carry a secret; everybody who may read the catalogue could see it. */
export const carriesSecret = (url: URL): boolean =>
  url.password !== '' || [...url.searchParams.keys()].some((key) => SECRET_QUERY.test(key));
