import fc from 'fast-check';
import { exposureRoute } from '../testing/index.js';
import { OwnerIndex, type UriClaim } from './owner-index.js';
import { mapResultUris } from './result-uris.js';
import { ExposureUris } from './uri-rewriter.js';
import { mapUiResourceUris, uiResourceUris } from './ui-resource.js';

const OLD = exposureRoute('old', { createdAt: 1 });
const YOUNG = exposureRoute('young', { createdAt: 2 });
const claim = (exposure: UriClaim['exposure'], uri: string, isTemplate = false): UriClaim => ({ exposure, uri, isTemplate });
const rewrite = (result: object, uris: ExposureUris): unknown => JSON.parse(uris.toPublished(JSON.stringify(result)));

describe('whose a URI is', () => {
  const index = new OwnerIndex([
    claim(YOUNG, 'test://both'),
    claim(OLD, 'test://both'),
    claim(OLD, 'test://{+anything}', true),
    claim(YOUNG, 'test://{id}/data', true),
    claim(YOUNG, 'test://listed'),
  ]);

  it.each([
    ['test://both', OLD],
    ['test://listed', YOUNG],
    ['test://7/data', YOUNG],
    ['test://else', OLD],
    ['other://x', undefined],
  ])('%s', (uri, owner) => {
    expect(index.exposureOf(uri)).toBe(owner);
  });

  it('stays the same when a younger server joins that offers the same', () => {
    const uri = fc.constantFrom('a://1', 'a://2', 'b://{x}', 'c://{+y}');
    const isTemplate = (text: string): boolean => text.includes('{');
    fc.assert(
      fc.property(fc.array(uri), fc.array(uri), (olds, youngs) => {
        const before = olds.map((text) => claim(OLD, text, isTemplate(text)));
        const joined = new OwnerIndex([...youngs.map((text) => claim(YOUNG, text, isTemplate(text))), ...before]);
        for (const text of olds) {
          const owner = isTemplate(text) ? joined.exposureOfTemplate(text) : joined.exposureOf(text);
          expect(owner).toBe(OLD);
        }
      }),
    );
  });
});

describe('a server with more templates than anybody needs', () => {
  it('is found by its first ones and by the text of each, so that no URI takes long to place', () => {
    const index = new OwnerIndex(Array.from({ length: 250 }, (_, nr) => claim(OLD, `t${nr}://{x}`, true)));
    expect([index.exposureOf('t0://x'), index.exposureOf('t249://x')]).toEqual([OLD, undefined]);
    expect(index.exposureOfTemplate('t249://{x}')).toBe(OLD);
  });
});

describe('rewriting the URIs of a server', () => {
  const index = new OwnerIndex([claim(OLD, 'test://both'), claim(YOUNG, 'test://both'), claim(YOUNG, 'test://own')]);
  const young = new ExposureUris(YOUNG, index);
  const via = 'via-young+test://both';

  it('reaches links and embedded resources of results and prompts, and what was read', () => {
    expect(
      rewrite(
        {
          content: [
            { type: 'resource_link', uri: 'test://both', name: 'x' },
            { type: 'resource', resource: { uri: 'test://both', text: 'test://both' } },
            { type: 'resource_link', uri: 'test://own' },
          ],
          structuredContent: { uri: 'test://both' },
        },
        young,
      ),
    ).toEqual({
      content: [
        { type: 'resource_link', uri: via, name: 'x' },
        { type: 'resource', resource: { uri: via, text: 'test://both' } },
        { type: 'resource_link', uri: 'test://own' },
      ],
      structuredContent: { uri: 'test://both' },
    });
    const message = (uri: string): object => ({
      messages: [
        { role: 'user', content: { type: 'resource', resource: { uri } } },
        { role: 'user', content: [{ type: 'resource_link', uri }] },
      ],
    });
    expect(rewrite(message('test://both'), young)).toEqual(message(via));
    expect(rewrite({ contents: [{ uri: 'test://both', blob: '' }] }, young)).toEqual({ contents: [{ uri: via, blob: '' }] });
  });

  it('touches nothing of the server that was there first', () => {
    const text = '{ "content" : [ {"type":"resource_link", "uri":"test:\\/\\/both"} ] , "x":1.0}';
    expect(new ExposureUris(OLD, index).toPublished(text)).toBe(text);
  });

  it('leaves what it does not know as it is, byte for byte', () => {
    const text =
      '{"content":[{"type":"hologram","uri":"test://both"},{"type":"text","text":"\\"uri\\""},7,null,{"uri":"test://both"}],"contents":{"uri":"test://both"}}';
    expect(young.toPublished(text)).toBe(text);
  });

  it('lets no server speak for another', () => {
    expect(young.published('via-old+test://secret')).toBe('via-young+via-old+test://secret');
  });

  it('names the resource of a user interface in both places where hosts look for it', () => {
    const tool = { name: 'a', _meta: { ui: { resourceUri: 'ui://main', visibility: ['app'] }, 'ui/resourceUri': 'ui://main', x: 1 } };
    expect(uiResourceUris(tool)).toEqual(['ui://main', 'ui://main']);
    expect(JSON.parse(mapUiResourceUris(JSON.stringify(tool), () => 'ui://via-b+main'))).toEqual({
      name: 'a',
      _meta: { ui: { resourceUri: 'ui://via-b+main', visibility: ['app'] }, 'ui/resourceUri': 'ui://via-b+main', x: 1 },
    });
  });

  it('gives every URI of any result to the mapping and changes no other byte', () => {
    const uri = fc.string({ unit: 'grapheme' });
    const block = fc.oneof(
      fc.record({ type: fc.constant('resource_link'), uri, name: fc.string() }),
      fc.record({ type: fc.constant('resource'), resource: fc.record({ uri, text: fc.string() }) }),
      fc.record({ type: fc.constant('text'), text: fc.string() }),
      fc.dictionary(fc.string(), fc.jsonValue()).map((rest) => ({ ...rest, type: 'other' })),
    );
    fc.assert(
      fc.property(fc.array(block), fc.jsonValue(), (content, extra) => {
        const text = JSON.stringify({ content, extra });
        expect(mapResultUris(text, (each) => each)).toBe(text);
        const there = mapResultUris(text, (each) => `via-b+${each}`);
        expect(mapResultUris(there, (each) => each.slice('via-b+'.length))).toBe(text);
      }),
    );
  });
});
