import { credentialsOf, EMPTY_DRAFT, loadDraft, saveDraft, transportOf, type AddDraft } from './add-draft';

const draft: AddDraft = {
  ...EMPTY_DRAFT,
  name: 'Docs',
  url: 'https://mcp.example.com/mcp',
  headers: [
    { name: 'Authorization', secret: true, value: 'Bearer smuggled' },
    { name: 'X-Region', value: 'eu' },
    { name: '', secret: true },
  ],
};

it('keeps no value of a secret header, even when one was put into the draft', () => {
  saveDraft(draft);
  expect(JSON.stringify({ ...localStorage })).not.toContain('smuggled');
  expect(loadDraft()!.headers).toEqual([
    { name: 'Authorization', secret: true },
    { name: 'X-Region', value: 'eu' },
    { name: '', secret: true },
  ]);
});

it('forgets a draft that is done', () => {
  saveDraft(draft);
  saveDraft(null);
  expect(loadDraft()).toBeNull();
});

it('sends secret headers as slots and their values apart', () => {
  expect(transportOf(draft)).toEqual({
    type: 'streamable-http',
    url: draft.url,
    era: 'auto',
    clientCapabilities: 'faithful',
    headers: [
      { name: 'Authorization', secret: true },
      { name: 'X-Region', value: 'eu' },
    ],
  });
  expect(credentialsOf(draft, { Authorization: 'abc', 'X-Region': 'not a secret', Other: 'x' })).toEqual({ Authorization: 'Bearer abc' });
});

it('sends what was chosen of the transport, and no era with the SSE transport', () => {
  expect(transportOf({ ...draft, era: 'legacy', clientCapabilities: 'superset' })).toMatchObject({
    era: 'legacy',
    clientCapabilities: 'superset',
  });
  expect(transportOf({ ...draft, type: 'sse', era: 'modern', headers: [] })).toEqual({
    type: 'sse',
    url: draft.url,
    clientCapabilities: 'faithful',
  });
});

it.each(['{', '"x"', '{"url":1}', '[]'])('ignores what it did not write: %s', (text) => {
  localStorage.setItem('mcpnest.add-server', text);
  expect(loadDraft()).toBeNull();
});
