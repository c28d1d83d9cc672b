import { callOfRecord } from '../query/calls.presenter.js';
import { callRecord } from '../testing/call-records.js';
import { headOf, lineOf } from './call-text.js';

const call = (toolName: string) => callOfRecord(callRecord({ toolName }), null);
const cellsOf = (line: string): string[] => line.trimEnd().match(/(?<=^|,)("(?:[^"]|"")*"|[^,]*)/g) ?? [];
const cellOf = (toolName: string): string | undefined => cellsOf(lineOf('csv', call(toolName)))[cellsOf(headOf('csv')).indexOf('toolName')];

describe('calls as text', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', `"'+1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['-2+3', `"'-2+3"`],
    ['\t=1', `"' =1"`],
    ['\u200b=1', `"' =1"`],
    ['＝1', `"'＝1"`],
    ['a\r\n=1', '"a  =1"'],
    ['a,"b', '"a,""b"'],
    ['plain_name', 'plain_name'],
  ])('give a spreadsheet no formula: %j', (name, cell) => {
    expect(cellOf(name)).toBe(cell);
  });

  it('have as many cells as the head, whatever the names', () => {
    expect(cellsOf(lineOf('csv', call('a,b"c\nd')))).toHaveLength(cellsOf(headOf('csv')).length);
  });

  it('are one JSON object a line', () => {
    const one = call('a\nb');
    const line = lineOf('ndjson', one);
    expect(line.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(line)).toEqual(one);
  });
});
