import { readFrontHeaders } from './front-headers.js';

describe('readFrontHeaders', () => {
  it('picks the headers of the protocol, trimmed of optional white space', () => {
    expect(
      readFrontHeaders({
        'content-type': 'application/json',
        accept: '*/*',
        'mcp-protocol-version': ' 2026-07-28\t',
        'mcp-method': 'tools/call',
        'mcp-name': '\t',
        'mcp-session-id': 's',
        'last-event-id': '7',
        authorization: 'Bearer x',
      }),
    ).toEqual({
      contentType: 'application/json',
      accept: '*/*',
      protocolVersion: '2026-07-28',
      method: 'tools/call',
      name: '',
      sessionId: 's',
      lastEventId: '7',
      params: new Map(),
    });
  });

  it('leaves absent headers undefined', () => {
    expect(readFrontHeaders({ accept: undefined })).toEqual({ params: new Map() });
  });

  it('joins a header sent twice, so that it equals no single value', () => {
    expect(readFrontHeaders({ 'mcp-method': ['tools/call', 'tools/list'] }).method).toBe('tools/call, tools/list');
  });

  it('collects parameter headers by their bare name', () => {
    const { params } = readFrontHeaders({ 'mcp-param-region': ' eu ', 'mcp-param-none': undefined, 'mcp-params': 'x', 'mcp-param-': 'y' });
    expect([...params]).toEqual([
      ['region', 'eu'],
      ['', 'y'],
    ]);
  });

  it('keeps non-breaking spaces, which are no white space to HTTP', () => {
    expect(readFrontHeaders({ 'mcp-method': '\u00a0ping' }).method).toBe('\u00a0ping');
  });
});
