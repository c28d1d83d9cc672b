import { withOneIndex } from './index-variables.js';

const pipOf = (environment: Readonly<Record<string, string>>) => withOneIndex(environment)['PIP_INDEX_URL'];

test('pip hears of the index that only uv was told of, in either of its forms', () => {
  expect(pipOf({ UV_DEFAULT_INDEX: 'https://a.example/simple' })).toBe('https://a.example/simple');
  expect(pipOf({ UV_INDEX_URL: 'https://b.example/simple?x=1' })).toBe('https://b.example/simple?x=1');
  expect(pipOf({ UV_DEFAULT_INDEX: 'house=https://a.example/simple', UV_INDEX_URL: 'https://b.example' })).toBe('https://a.example/simple');
});

test('with it the credentials that stand under its name', () => {
  const credentials = { UV_INDEX_IN_HOUSE_USERNAME: 'u@x', UV_INDEX_IN_HOUSE_PASSWORD: 'p/w' };
  expect(pipOf({ UV_DEFAULT_INDEX: 'in-house=https://a.example/simple', ...credentials })).toBe('https://u%40x:p%2Fw@a.example/simple');
  expect(pipOf({ UV_DEFAULT_INDEX: 'in-house=https://me:mine@a.example/', ...credentials })).toBe('https://me:mine@a.example/');
  expect(pipOf({ UV_DEFAULT_INDEX: 'https://a.example/simple', ...credentials })).toBe('https://a.example/simple');
});

test('uv hears of the index that only pip was told of', () => {
  expect(withOneIndex({ PIP_INDEX_URL: 'https://a.example' })).toEqual({
    PIP_INDEX_URL: 'https://a.example',
    UV_DEFAULT_INDEX: 'https://a.example',
  });
});

test('what both were told stays, further indexes are not handed over, and no index stays none', () => {
  const all: readonly Readonly<Record<string, string>>[] = [
    { PIP_INDEX_URL: 'https://a.example', UV_DEFAULT_INDEX: 'https://b.example' },
    { UV_INDEX: 'https://a.example', UV_EXTRA_INDEX_URL: 'https://b.example' },
    { PIP_NO_INDEX: '1', UV_INDEX_URL: 'https://a.example' },
  ];
  for (const told of all) expect(withOneIndex(told)).toEqual(told);
});
