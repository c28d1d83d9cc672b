import { acceptsEventStream, acceptsJson, isEventStream, isJson } from './media-types.js';

describe('content types', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    ' application/json ; x=y',
  ])('take %j for JSON', (type) => expect(isJson(type)).toBe(true));
  it.each([
    undefined,
    '',
    'text/plain',
    'application/jsonp',
    'application/json-seq',
    'text/plain; application/json',
    'application/json, text/plain',
    'application/json; x=y, text/plain',
    'application/json; charset=utf-16',
    'application/json; charset="utf-8',
  ])('do not take %j for JSON', (type) => expect(isJson(type)).toBe(false));
  it('tell event streams', () => {
    expect(isEventStream('text/event-stream; charset=utf-8')).toBe(true);
    expect(isEventStream('Text/Event-Stream')).toBe(true);
    expect(isEventStream('text/event-streams')).toBe(false);
    expect(isEventStream(undefined)).toBe(false);
  });
});

describe('accept', () => {
  it.each([
    ['application/json, text/event-stream', true, true],
    ['TEXT/EVENT-STREAM;q=0.5', false, true],
    ['*/*', true, false],
    ['application/*', true, false],
    ['application/json, text/event-stream;q=0', true, false],
    ['application/json;q=0.0', false, false],
    ['text/html', false, false],
    ['', true, false],
    [undefined, true, false],
  ])('%j: JSON %s, event stream %s', (accept, json, stream) => {
    expect(acceptsJson(accept)).toBe(json);
    expect(acceptsEventStream(accept)).toBe(stream);
  });
});
