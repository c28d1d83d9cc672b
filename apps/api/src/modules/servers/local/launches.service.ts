import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { UpstreamFailure, type LocalTransport, type UpstreamTarget } from '@mcpnest/gateway-core';
import { PackageStore, type Launch, type LaunchDesk, type StartNote } from '@mcpnest/mcp-upstream';
import { LocalConfig, StorageConfig } from '../../../config/slices.js';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';

/** A program with what it needs to see of itself. */
type Program = Pick<Launch, 'file' | 'args' | 'readable'>;

/** Says what is started for a target, and writes every start into the ledger before it happens. */
@Injectable()
export class Launches implements LaunchDesk {
  /** Ids of servers that may not run for now. */
  private held: ReadonlySet<string> = new Set();

  constructor(
    private readonly config: LocalConfig,
    private readonly storage: StorageConfig,
    private readonly packages: PackageStore,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** Nothing of these servers is started until they are left out again. */
  hold(serverIds: ReadonlySet<string>): void {
    this.held = serverIds;
  }

  async launchOf(target: UpstreamTarget): Promise<Launch> {
    this.assertNotHeld(target);
    if (!this.config.enabled) throw refused('Local servers are switched off in this installation');
    const transport = target.transport as LocalTransport;
    const { file, args, readable } = transport.package ? await this.packaged(transport.package) : this.listed(transport.command);
    for (const { path } of transport.folders)
      if (!existsSync(path)) throw absent(`A folder that the server is given does not exist on this machine: ${path}`);
    const shared = (writable: boolean): string[] =>
      transport.folders.filter((folder) => folder.writable === writable).map(({ path }) => path);
    return {
      file,
      args: [...args, ...transport.args],
      variables: target.variables ?? [],
      readable: [...readable, ...shared(false)],
      writable: shared(true),
      network: transport.network,
      ...this.placeOf(target),
    };
  }

  async noteStart(target: UpstreamTarget, note: StartNote): Promise<void> {
    const { serverId, serverSlug, version } = target;
    await this.tx.run(systemCtx('local-servers'), (inside) =>
      this.ledger.append(inside, {
        event: 'servers.local-started',
        subject: { kind: 'server', id: serverId, name: serverSlug },
        facts: { slug: serverSlug, version, ...note },
      }),
    );
    // It may have been frozen while that was written down.
    this.assertNotHeld(target);
  }

  private assertNotHeld({ serverId }: UpstreamTarget): void {
    if (this.held.has(serverId)) throw absent('The server is on hold: its program does not run until an operator lifts the freeze');
  }

  /** A folder and an account for each server and each set of credentials: what one person's process keeps, no other's finds. */
  private placeOf({ serverId, version, key, holder = '' }: UpstreamTarget): Pick<Launch, 'home' | 'account'> {
    // A trial is of no server yet, and keeps nothing.
    const account = version === 0 ? `trial ${key}` : `${serverId} ${holder}`;
    const name = createHash('sha256').update(account).digest('hex').slice(0, 32);
    return { account, home: join(this.storage.dataDir, 'local', version === 0 ? 'trials' : 'homes', name) };
  }

  private async packaged(pinned: NonNullable<LocalTransport['package']>): Promise<Program> {
    const found = await this.packages.find(pinned);
    if (!found) throw absent('The package is not installed on this machine yet; its state stands on the page of local packages');
    return { file: found.file, args: found.args, readable: found.readable };
  }

  private listed(command: string | null): Program {
    if (command === null || !this.config.commands.includes(command))
      throw refused('The command is not on the list of local commands any more');
    if (!existsSync(command)) throw absent("The server's program does not exist on this machine");
    // What a link leads to has to be in sight as well.
    const folders = new Set([dirname(command), dirname(realpathSync(command))]);
    return { file: command, args: [], readable: [...folders].filter((folder) => !folder.startsWith('/usr/')) };
  }
}

const refused = (message: string): UpstreamFailure => new UpstreamFailure('gateway.upstream-denied', message, false);
const absent = (message: string): UpstreamFailure => new UpstreamFailure('gateway.upstream-unreachable', message, false);
