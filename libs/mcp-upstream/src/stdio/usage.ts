import { readdir, readFile } from 'node:fs/promises';
import type { ProcessUsage } from './process-host.js';
import { statFields } from './process-stat.js';

const PAGE_BYTES = 4_096;
const TICK_MS = 10;

interface Entry {
  readonly parent: number;
  readonly memoryBytes: number;
  readonly cpuMs: number;
}

/** Memory and processor time of processes with all their descendants. What cannot be read, such as on other systems than Linux, is left out. */
export async function readUsage(pids: readonly number[]): Promise<ReadonlyMap<number, ProcessUsage>> {
  const entries = await readAll();
  const children = new Map<number, number[]>();
  for (const [pid, { parent }] of entries) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const found = new Map<number, ProcessUsage>();
  for (const pid of pids) {
    const family = familyOf(pid, children).flatMap((member) => entries.get(member) ?? []);
    if (family.length === 0) continue;
    const sum = (part: (entry: Entry) => number): number => family.reduce((total, entry) => total + part(entry), 0);
    found.set(pid, { memoryBytes: sum((entry) => entry.memoryBytes), cpuMs: sum((entry) => entry.cpuMs), processes: family.length });
  }
  return found;
}

function familyOf(pid: number, children: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
}

async function readAll(): Promise<ReadonlyMap<number, Entry>> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const read = await Promise.all(pids.map(async (pid) => [pid, await readEntry(pid)] as const));
  return new Map(read.filter((entry): entry is readonly [number, Entry] => entry[1] !== null));
}

async function readEntry(pid: number): Promise<Entry | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = statFields(text).map(Number);
    return { parent: fields[1]!, memoryBytes: fields[21]! * PAGE_BYTES, cpuMs: (fields[11]! + fields[12]!) * TICK_MS };
  } catch {
    return null;
  }
}
