import type { ClientCapabilities } from '@mcpnest/gateway-core';

/**
 * Declared where lists are fetched: everything the gateway can carry between a client and a server, because some servers
 * offer a tool only to clients that can do what it needs. Calls declare what their own client can do.
 */
export const LISTING_CAPABILITIES: ClientCapabilities = {
  elicitation: { form: {}, url: {} },
  sampling: { context: {}, tools: {} },
  roots: {},
  extensions: { 'io.modelcontextprotocol/ui': { mimeTypes: ['text/html;profile=mcp-app'] } },
};
