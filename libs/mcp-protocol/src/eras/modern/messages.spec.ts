import type { InboundMessage } from '../../json-rpc/message.js';
import { parseInbound } from '../../json-rpc/parse-inbound.js';
import { readFrontHeaders } from '../../http/front-headers.js';
import { classifyInbound } from '../classify-inbound.js';
import { META_KEYS } from '../era.js';
import { checkNameHeader } from './ladder.js';
import { modernHeaders, modernRequest } from './messages.js';

const ENVELOPE = { protocolVersion: '2026-07-28', clientCapabilitiesText: '{"elicitation":{}}' };

describe('modernRequest', () => {
  it('rebuilds the envelope and forwards what travels end to end, untouched', () => {
    const { text, nameText } = modernRequest({
      idText: '7',
      method: 'tools/call',
      params: [
        ['name', '"search"'],
        ['arguments', '{"n":1.0}'],
        ['_meta', '{"ignored":1}'],
      ],
      meta: [
        [META_KEYS.protocolVersion, '"2025-11-25"'],
        [META_KEYS.subscriptionId, '1'],
        ['progressToken', '"theirs"'],
        ['traceparent', '"raw"'],
        ['vendor/key', '{ "x":1.0 }'],
      ],
      trace: { traceparent: '00-a', baggage: 'b=1' },
      envelope: { ...ENVELOPE, clientInfo: { name: 'g', version: '1' }, logLevel: 'info', progressToken: 3 },
    });
    expect(text).toBe(
      '{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"search","arguments":{"n":1.0},"_meta":{' +
        '"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{"elicitation":{}},' +
        '"io.modelcontextprotocol/clientInfo":{"name":"g","version":"1"},"io.modelcontextprotocol/logLevel":"info","progressToken":3,' +
        '"vendor/key":{ "x":1.0 },"traceparent":"00-a","baggage":"b=1"}}}',
    );
    expect(modernHeaders('2026-07-28', 'tools/call', nameText)).toEqual({
      'MCP-Protocol-Version': '2026-07-28',
      'Mcp-Method': 'tools/call',
      'Mcp-Name': 'search',
    });
  });

  it.each([
    ['tools/call', '"Z\\u00fcrich"', 'name', '=?base64?WsO8cmljaA==?='],
    ['resources/read', '"file:///a"', 'uri', 'file:///a'],
    ['tools/call', '5', 'name', undefined],
    ['tools/list', '"x"', 'name', undefined],
  ])('%s of %s: names %s in Mcp-Name where the method asks for it', (method, raw, key, expected) => {
    const { nameText } = modernRequest({ idText: '1', method, params: [[key, raw]], envelope: ENVELOPE });
    expect(modernHeaders('2026-07-28', method, nameText)['Mcp-Name']).toBe(expected);
  });

  it('writes what a modern front door lets in', () => {
    const { text, nameText } = modernRequest({ idText: '"a"', method: 'prompts/get', params: [['name', '" p"']], envelope: ENVELOPE });
    const headers = modernHeaders('2026-07-28', 'prompts/get', nameText);
    const front = readFrontHeaders(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])));
    const message = parseInbound(text) as InboundMessage;
    expect(classifyInbound(message, front)).toMatchObject({ era: 'modern', kind: 'request' });
    expect(checkNameHeader(message, front)).toBeUndefined();
  });
});
