import { callRecord } from '../testing/call-records.js';
import { spooledRows } from '../testing/spooled-rows.js';
import { membersOf, rowsJson, SpooledRow } from './call-row.js';

describe('rows on their way to the database', () => {
  const records = [
    callRecord(),
    callRecord({ toolName: 'Zoë "quoted" \\ 漢字 \u0007 😀', clientName: '"hash":"\\x00"' }),
    callRecord({ publishedName: '\ud800 alone', reason: '' }),
  ];

  it('are one JSON array of what was spooled, each with its hash', () => {
    const rows = spooledRows(records);
    const said = JSON.parse(rowsJson(rows).toString()) as Record<string, unknown>[];
    expect(said).toEqual(rows.map((row) => ({ ...membersOf(row), hash: `\\x${row.hash.toString('hex')}` })));
    expect(said.map(({ toolName }) => toolName)).toEqual(records.map(({ toolName }) => toolName));
  });

  it('may be one, or none', () => {
    expect(JSON.parse(rowsJson(spooledRows([callRecord()])).toString())).toHaveLength(1);
    expect(rowsJson([]).toString()).toBe('[]');
  });

  it('are written over the memory of others where that suffices, and leave nothing of these', () => {
    const [few, many] = [spooledRows(records.slice(0, 1)), spooledRows(records)];
    const room = Buffer.alloc(2 * rowsJson(many).length, 'x');
    for (const rows of [many, few]) {
      const json = rowsJson(rows, room);
      expect(json).toEqual(rowsJson(rows));
      expect(json.buffer).toBe(room.buffer);
    }
    expect(rowsJson(many, Buffer.alloc(10))).toEqual(rowsJson(many));
  });

  it('are read where they stand in a file', () => {
    const [row] = spooledRows([callRecord()]);
    const bytes = Buffer.concat([Buffer.from('before'), row!.bytes]);
    const within = new SpooledRow(bytes, 6);
    expect([within.text, within.hash]).toEqual([row!.text, row!.hash]);
    expect(rowsJson([within])).toEqual(rowsJson([row!]));
  });
});
