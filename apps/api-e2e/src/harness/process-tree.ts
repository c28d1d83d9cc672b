import { execFileSync } from 'node:child_process';

/** A process of this machine. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process that descends from one, deepest last. */
export function descendantsOf(pid: number): readonly ProcessRow[] {
  const rows = listProcesses();
  const found: ProcessRow[] = [];
  for (let parents = [pid]; parents.length > 0;) {
    const children = rows.filter(({ parent }) => parents.includes(parent));
    found.push(...children);
    parents = children.map((child) => child.pid);
  }
  return found;
}

/** Which of these processes still run; what only waits to be reaped does not count. */
export function alive(rows: readonly ProcessRow[]): readonly ProcessRow[] {
  const now = new Map(listProcesses().map((row) => [row.pid, row]));
  return rows.filter(({ pid, command }) => now.get(pid)?.command === command);
}

function listProcesses(): ProcessRow[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || command.includes('<defunct>')
      ? []
      : [{ pid: Number(pid), parent: Number(parent), command: command.split(' ')[0] ?? '' }];
  });
}
