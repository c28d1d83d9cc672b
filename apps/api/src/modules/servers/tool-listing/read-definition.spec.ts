import { readDefinitions } from './read-definition.js';

const tool = (definition: Record<string, unknown>) => ({ key: String(definition['name']), text: JSON.stringify(definition) });

describe('what lists show of definitions', () => {
  it('keeps the text whole and takes the title from the tool, then from its annotations', () => {
    const first = tool({ name: 'a', title: 'A', annotations: { title: 'B' }, description: 'says a' });
    const second = tool({ name: 'b', annotations: { title: 'B' } });
    expect(readDefinitions([first, second])).toEqual([
      { name: 'a', title: 'A', description: 'says a', text: first.text },
      { name: 'b', title: 'B', description: null, text: second.text },
    ]);
  });

  it('leaves out what is no text, NUL characters and second tools of one name', () => {
    const tools = [
      tool({ name: 'a\0', title: 5, description: 'x\0y' }),
      tool({ name: 'a', description: 'later' }),
      tool({ name: 'c', annotations: 'none' }),
    ];
    expect(readDefinitions(tools).map(({ name, title, description }) => ({ name, title, description }))).toEqual([
      { name: 'a', title: null, description: 'xy' },
      { name: 'c', title: null, description: null },
    ]);
  });
});
