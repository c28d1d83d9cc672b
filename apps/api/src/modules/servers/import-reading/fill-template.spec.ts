import { fillTemplate } from './fill-template.js';
import type { TemplateHeader, TransportTemplate } from './import-entry.js';

const template = (url: string, headers: TemplateHeader[] = []): TransportTemplate => ({ type: 'streamable-http', url, headers });
const header = (part: Partial<TemplateHeader>): TemplateHeader => ({
  name: 'Authorization',
  secret: true,
  required: true,
  value: '{token}',
  ...part,
});
const URL_TEXT = 'https://x.example/mcp';

describe('an address with variables', () => {
  it.each([
    ['https://{t}.example.com/mcp', { t: 'acme' }, 'https://acme.example.com/mcp'],
    ['https://x.example/{p}/mcp?q={q}', { p: 'a/b c', q: '&x=1#' }, 'https://x.example/a/b%20c/mcp?q=%26x%3D1%23'],
    ['{base}/mcp', { base: 'https://own.example/' }, 'https://own.example/mcp'],
  ])('%s with %j becomes %s', (url, inputs, filled) => {
    expect(fillTemplate(template(url), inputs as unknown as Record<string, string>).transport.url).toBe(filled);
  });

  it('cannot be led to another host by what is put into its host', () => {
    const { transport } = fillTemplate(template('https://{t}.example.com/mcp'), { t: 'evil.test/#@' });
    expect(new URL(transport.url).hostname).toBe('evil.test.example.com');
  });

  it('says which inputs are missing', () => {
    expect(fillTemplate(template('https://{t}.example/{u}'), { t: ' ' }).missing).toEqual(['t', 'u']);
  });
});

describe('a header', () => {
  const filled = (one: TemplateHeader, inputs: Record<string, string>) => fillTemplate(template(URL_TEXT, [one]), inputs);

  it.each([
    ['{token}', 'abc', 'Bearer abc'],
    ['{token}', 'Basic eA==', 'Basic eA=='],
    ['Bearer {token}', 'abc', 'Bearer abc'],
    ['Bearer {token}', 'Bearer abc', 'Bearer abc'],
    ['Token {token}', 'abc', 'Token abc'],
  ])('%s given %s carries %s as a credential, never in the transport', (value, token, credential) => {
    const { transport, credentials } = filled(header({ value }), { token });
    expect(transport.headers).toEqual([{ name: 'Authorization', secret: true }]);
    expect(credentials).toEqual({ Authorization: credential });
  });

  it('that is secret and required stays an open slot', () => {
    expect(filled(header({}), {})).toMatchObject({
      transport: { headers: [{ name: 'Authorization', secret: true }] },
      credentials: {},
      missing: [],
    });
  });

  it('that is not required is left out', () => {
    expect(filled(header({ required: false }), {}).transport.headers).toEqual([]);
    expect(filled(header({ name: 'X-Region', secret: false, required: false }), {})).toMatchObject({
      transport: { headers: [] },
      missing: [],
    });
  });

  it('that is plain and required is asked for', () => {
    expect(filled(header({ name: 'X-Region', secret: false }), {}).missing).toEqual(['token']);
  });

  it('takes nothing from what objects inherit', () => {
    expect(filled(header({ name: 'X', secret: false, value: '{constructor}' }), {}).missing).toEqual(['constructor']);
  });
});
