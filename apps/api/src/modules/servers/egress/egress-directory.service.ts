import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { EgressPolicy } from '@mcpnest/mcp-upstream';
import { DomainError } from '@mcpnest/shared/errors';
import { EgressConfig } from '../../../config/slices.js';
import { systemCtx } from '../../../platform/context/ctx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import type { Transport } from '../transports/transport.js';
import { EgressRules } from './egress-rules.repository.js';
import { destinationOf, isRefusedAsWritten } from './written-address.js';

/** The address rules in force, in memory: what the environment allows and what operators added. */
@Injectable()
export class EgressDirectory implements OnModuleInit {
  private readonly log = new Logger('servers');
  private current = EgressPolicy.publicOnly;
  private rules: readonly string[] = [];
  private isLoaded = false;

  constructor(
    private readonly config: EgressConfig,
    private readonly stored: EgressRules,
    private readonly changes: ChangeFeed,
  ) {}

  async onModuleInit(): Promise<void> {
    this.changes.subscribe({ name: 'egress', apply: () => this.refresh() });
    await this.refresh();
  }

  /** The policy to dial by; ask again for each connection. */
  policy(): EgressPolicy {
    return this.current;
  }

  /** Reads the operators' rules and the configuration again. The policy in force stays where they make none. */
  async refresh(): Promise<void> {
    const rules = [...this.config.allow, ...(await this.stored.read(systemCtx('egress')))];
    // Connections are bound to the policy they were opened under, so the same rules keep the same policy.
    if (this.isLoaded && rules.length === this.rules.length && rules.every((rule, index) => rule === this.rules[index])) return;
    const read = EgressPolicy.parse(rules, this.config.alwaysDenied);
    if (!read.ok) {
      this.log.error({
        code: 'platform.internal',
        msg: `Egress rules cannot be read and the former ones stay in force: ${read.faults.map(({ rule, reason }) => `${rule}: ${reason}`).join('; ')}`,
      });
      return;
    }
    this.rules = rules;
    this.current = read.policy;
    this.isLoaded = true;
  }

  /**
   * Refuses what can be refused by the address as written; names are checked again when they are dialled.
   * @throws DomainError `servers.address-denied`, in the same words whatever the reason
   */
  assertNotDenied(transport: Transport): void {
    if ('url' in transport && this.isDenied(new URL(transport.url))) throw addressDenied();
  }

  /** Whether an http(s) address can be refused as it is written. */
  isDenied(url: URL): boolean {
    return isRefusedAsWritten(destinationOf(url), this.current, this.rules);
  }
}

/** One text for every denial, so that answers do not map the network behind the gateway (security E4). */
export const addressDenied = (): DomainError =>
  new DomainError('servers.address-denied', {
    detail:
      'Private, loopback and special addresses and plain http are refused unless an operator allows the host and port: in the settings under egress, or with EGRESS_ALLOW.',
  });
