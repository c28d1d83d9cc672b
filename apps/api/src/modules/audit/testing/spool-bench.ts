import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { AuditConfig } from '../../../config/slices.js';
import { AuditSigner } from '../chain/audit-signer.js';
import { CheckpointFeed } from '../chain/checkpoint-feed.js';
import type { AuditPolicies, AuditPolicy } from '../policies/audit-policies.js';
import { CallSpool } from '../spool/call-spool.js';
import { DeadSpools } from '../spool/dead-spools.js';
import type { RowSink } from '../spool/row-sink.js';
import { spoolsFolder } from '../spool/spool-folder.js';
import { SpoolParts } from '../spool/spool-parts.js';
import { callRecord } from './call-records.js';

/** Spools of a test, each as a process would have it, all in one data folder. */
export class SpoolBench {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'mcpnest-spool-'));
  readonly signer = new AuditSigner({ masterKey: Buffer.alloc(32, 7) });
  readonly feed = new CheckpointFeed();
  /** What holds for workspaces; the usual where none is named. */
  readonly policies = new Map<string, AuditPolicy>();
  private readonly storage = { dataDir: this.dataDir, databaseUrl: '', databaseOwnerUrl: '', secondWall: true };
  private readonly parent = spoolsFolder(this.dataDir);
  private readonly spools: CallSpool[] = [];
  private readonly finders = new Map<DeadSpools, CallSpool>();

  parts(sink: RowSink): SpoolParts {
    return new SpoolParts(sink, this.signer, this.feed);
  }

  /** A spool that takes records. */
  open(sink: RowSink, config: Partial<AuditConfig> = {}): CallSpool {
    const usual: AuditPolicy = { retentionClass: 'standard', isStrict: false };
    const policies = { of: (workspaceId: string) => this.policies.get(workspaceId) ?? usual } as AuditPolicies;
    const audit: AuditConfig = { retentionDays: 90, mode: 'available', spoolBytesMax: 1024 ** 3, exportFolder: null, ...config };
    const spool = new CallSpool(this.parts(sink), policies, this.storage, audit);
    spool.onModuleInit();
    this.spools.push(spool);
    return spool;
  }

  /** Takes over spools for a process of its own. */
  deadSpools(sink: RowSink): DeadSpools {
    const spool = this.open(sink);
    const found = new DeadSpools(this.storage, this.parts(sink), spool);
    this.finders.set(found, spool);
    return found;
  }

  /** What a process leaves behind that is killed: so many finished calls and one under way. */
  async abandoned(sink: RowSink, workspaceId: string, records: number): Promise<{ readonly folder: string; readonly writer: string }> {
    const spool = this.open(sink);
    for (let i = 0; i < records; i++) {
      const record = callRecord({ workspaceId });
      void spool.append(record, spool.depart({ ...record, outcome: 'unknown', status: 500 }));
    }
    await spool.depart(callRecord({ workspaceId, outcome: 'unknown', status: 500 })).isSafe;
    const folder = join(this.parent, spool.writer);
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    this.spools.splice(this.spools.indexOf(spool), 1);
    await spool.onApplicationShutdown();
    rmSync(folder, { recursive: true });
    renameSync(copy, folder);
    markDead(folder);
    return { folder, writer: spool.writer || basename(folder) };
  }

  /** Makes the process of a finder look gone. */
  async leave(finder: DeadSpools): Promise<void> {
    const spool = this.finders.get(finder);
    if (!spool) return;
    const folder = join(this.parent, spool.writer);
    this.spools.splice(this.spools.indexOf(spool), 1);
    await spool.onApplicationShutdown();
    rmSync(folder, { recursive: true, force: true });
  }

  spoolNames(): string[] {
    return readdirSync(this.parent).sort();
  }

  damagedNames(): string[] {
    return readdirSync(join(this.dataDir, 'audit', 'damaged')).sort();
  }

  async close(): Promise<void> {
    await Promise.all([...this.finders.keys()].map((finder) => finder.onApplicationShutdown()));
    await Promise.all(this.spools.map((spool) => spool.onApplicationShutdown()));
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** As if the folder's process had ended: no process starts at the tick 0 of a machine. */
function markDead(folder: string): void {
  const path = join(folder, 'owner.json');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), startedAt: '0' }));
}
