import { TurnGatherer } from './turn-gatherer.js';

describe('what is given within one turn of the event loop', () => {
  let written: (readonly string[])[];
  let gatherer: TurnGatherer<string>;
  beforeEach(() => {
    written = [];
    gatherer = new TurnGatherer((items) => written.push(items));
  });

  it('is written at once, in its order, before anybody goes on', async () => {
    const seen = ['a', 'b', 'c'].map((item) => gatherer.add(item)!.then(() => written.length));
    expect(written).toEqual([]);
    expect(await Promise.all(seen)).toEqual([1, 1, 1]);
    expect(written).toEqual([['a', 'b', 'c']]);
  });

  it('is written apart from what comes in the next', async () => {
    await gatherer.add('a');
    await gatherer.add('b');
    expect(written).toEqual([['a'], ['b']]);
  });

  it('is written before anybody goes on where nothing else is expected, unless something was given before it', async () => {
    expect(gatherer.add('a', true)).toBeUndefined();
    expect(written).toEqual([['a']]);
    const [second, third] = [gatherer.add('b'), gatherer.add('c', true)];
    expect(written).toEqual([['a']]);
    await Promise.all([second, third]);
    expect(written).toEqual([['a'], ['b', 'c']]);
  });

  it('can be written sooner, and is written once', async () => {
    const first = gatherer.add('a');
    gatherer.settle();
    expect(written).toEqual([['a']]);
    const second = gatherer.add('b');
    await Promise.all([first, second]);
    gatherer.settle();
    expect(written).toEqual([['a'], ['b']]);
  });
});
