import type { OpenAPIObject } from '@nestjs/swagger';

/** The workspace in a path. */
export const SLUG_PARAMETER: { name: string; in: string; required: boolean; schema: object } = {
  name: 'slug',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 2, maxLength: 40 },
};
const security = [{ gatewayToken: [] }];
const message = { type: 'object', description: 'One JSON-RPC 2.0 message of the Model Context Protocol.', additionalProperties: true };
const json = { 'application/json': { schema: message } };
const refused = {
  description: 'The token is missing, malformed, expired, revoked or not valid here.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const error = (description: string): object => ({ description, content: json });

/** The endpoint of MCP clients. It stands ahead of the REST routes and speaks MCP, so it is written down by hand. */
export const GATEWAY_PATHS = {
  '/api/gw/{slug}': {
    post: {
      operationId: 'gateway_exchangeMessage',
      tags: ['gateway'],
      summary: 'Send one MCP message',
      security,
      parameters: [SLUG_PARAMETER],
      requestBody: { required: true, content: json },
      responses: {
        200: {
          description: 'The answer, as JSON or as a stream of events.',
          content: { ...json, 'text/event-stream': { schema: { type: 'string' } } },
        },
        202: { description: 'A notification was taken.' },
        400: error('The message is not valid.'),
        401: refused,
        403: error('The origin is not allowed.'),
        404: error('The session or the method is unknown.'),
        413: error('The message is too large.'),
        415: error('The message is not JSON.'),
        429: error('A limit is reached; see Retry-After.'),
        500: error('Something broke in the gateway.'),
        503: error('The gateway is overloaded or stopping.'),
      },
    },
    get: {
      operationId: 'gateway_openStream',
      tags: ['gateway'],
      summary: 'Open the event stream of a legacy session',
      security,
      parameters: [SLUG_PARAMETER],
      responses: {
        200: { description: 'Events.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        401: refused,
        404: error('The session is unknown.'),
        405: error('There is no session to stream.'),
      },
    },
    delete: {
      operationId: 'gateway_endSession',
      tags: ['gateway'],
      summary: 'End a legacy session',
      security,
      parameters: [SLUG_PARAMETER],
      responses: {
        204: { description: 'It has ended.' },
        401: refused,
        404: error('The session is unknown.'),
        405: error('No session was named.'),
      },
    },
  },
} as unknown as OpenAPIObject['paths'];
