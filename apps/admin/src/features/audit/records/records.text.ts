import { count } from '../../../lib/format';

const records = (n: number) => count(n, 'call record');

/** Words about whether call records are all there and are what was recorded. */
export const recordsText = {
  title: 'Call records',
  lead: 'Whether every call has its record, and whether the records are what was recorded.',
  tab: 'Records',
  banner: {
    missing: (n: number) => `${records(n)} ${n === 1 ? 'is' : 'are'} missing`,
    dropping: (n: number) => `${records(n)} could not be kept and ${n === 1 ? 'is' : 'are'} not yet noted`,
    lead: 'Somebody who audits has to look and take note.',
    look: 'Look',
  },
  figures: {
    title: 'Since this process started',
    lead: (strict: boolean) =>
      strict
        ? 'Calls are answered once their records are safe from power loss, unless a workspace has it otherwise.'
        : 'Calls never wait for their records, unless a workspace has it otherwise.',
    names: {
      accepted: 'Accepted',
      spooled: 'Spooled',
      stored: 'Stored',
      waiting: 'Waiting',
      dropped: 'Dropped',
      refused: 'Refused',
      recovered: 'Recovered',
    },
    hints: {
      accepted: 'Calls that came in.',
      spooled: 'Written to files before their answers left.',
      stored: 'In the database.',
      waiting: 'In files until the database takes them.',
      dropped: 'Lost: the files took no more.',
      refused: 'Set aside: the database refuses them.',
      recovered: 'Stored for processes that are gone.',
    },
    spool: (bytes: string) => `${bytes} in files`,
    last: 'Last stored',
    never: 'nothing yet',
  },
  gaps: {
    title: 'Missing records',
    lead: 'What is known to be missing, signed by the process that noticed. It stays here for good.',
    none: 'No record is known to be missing.',
    when: 'When',
    records: 'Records',
    reason: 'Why',
    reasons: {
      full: 'no room: disk or quota was full',
      corrupt: 'a file of the spool was damaged',
      refused: 'the database refused it',
    },
    where: 'Chain and numbers',
    whereOf: (chain: string, from: number, to: number) => `${chain} ${from === to ? from : `${from}–${to}`}`,
    nowhere: 'never written',
    noted: 'Taken note of',
    open: 'open',
    notedBy: (by: string) => `by ${by}`,
    acknowledge: 'Take note',
    acknowledgeTitle: (gaps: number) => `Take note of ${count(gaps, 'gap')}`,
    acknowledgeLead: (n: number) => `${records(n)} ${n === 1 ? 'is' : 'are'} missing. Your name and this note go into the ledger.`,
    note: 'Note',
    noteHint: 'What happened, and what was done',
    done: 'Taken note of',
  },
  verify: {
    title: 'Prove the records',
    lead: 'Follows every chain of these days row by row and checks what was signed. That you looked goes into the ledger.',
    from: 'First day',
    to: 'Last day',
    run: 'Verify',
    days: 'The last day is before the first.',
    ok: (rows: number, signed: number) => `${count(rows, 'row')} as they were recorded, ${count(signed, 'row')} of them signed`,
    nothing: 'There are no chained records in these days.',
    broken: 'These records are not what was recorded',
    first: (sequence: number, chain: string, problem: string) =>
      `Number ${sequence} of the chain ${chain} is the first bad row: ${problem}.`,
    call: (id: string) => `Call ${id}`,
    chain: 'Chain',
    rows: 'Rows',
    signed: 'Signed up to',
    missing: 'Known missing',
    result: 'Result',
    good: 'as recorded',
    dropped: 'dropped by retention',
    more: 'Chains',
  },
};
