import { HeaderLines, NO_HEADERS } from './header-lines.js';

it('headers stand in their order, each on a line of its own', () => {
  const lines = new HeaderLines(['accept', '*/*']).with(['x-a', '1', 'x-b', '']).with([]);
  expect(lines.lines()).toEqual({ text: 'accept: */*\r\nx-a: 1\r\nx-b: \r\n', isAscii: true });
  expect(NO_HEADERS.lines().text).toBe('');
});

it('more headers change nothing of those that they stand behind', () => {
  const first = new HeaderLines(['x-name', 'Zoë']);
  expect(first.with(['x-a', '1']).lines()).toEqual({ text: 'x-name: Zoë\r\nx-a: 1\r\n', isAscii: false });
  expect(first.lines().text).toBe('x-name: Zoë\r\n');
});

it.each([
  ['x y', 'z'],
  ['x', 'a\r\ny: b'],
  ['x', '€'],
])('what no head can carry is refused each time, also behind others: %j with %j', (name, value) => {
  const lines = new HeaderLines(['accept', '*/*']).with([name, value]).with(['x-a', '1']);
  for (let time = 0; time < 2; time++) expect(() => lines.lines()).toThrow(expect.objectContaining({ code: 'gateway.credential-missing' }));
});
