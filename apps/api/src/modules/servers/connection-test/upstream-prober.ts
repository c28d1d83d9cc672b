import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { UpstreamFacts, UpstreamFailureCode, UpstreamItem, UpstreamTarget } from '@mcpnest/gateway-core';
import { createUpstreamConnector, type McpUpstreamConnector, type ProbeResult } from '@mcpnest/mcp-upstream';
import { EgressDirectory } from '../egress/egress-directory.service.js';
import { LocalHosting } from '../runners/local-hosting.js';
import { ProbeMetrics } from './probe-metrics.js';

/** What a server offers beside tools. */
export interface Offers {
  readonly prompts: readonly UpstreamItem[] | undefined;
  readonly templates: readonly UpstreamItem[] | undefined;
  readonly facts: UpstreamFacts | undefined;
}

const OFFERED = ['prompts', 'templates'] as const;

/** Asks servers who they are and what they offer, through the guarded connector and apart from the gateway's connections. */
@Injectable()
export class UpstreamProber implements OnApplicationShutdown {
  private readonly connector: McpUpstreamConnector;

  constructor(
    egress: EgressDirectory,
    { forConnector }: LocalHosting,
    private readonly metrics: ProbeMetrics,
  ) {
    this.connector = createUpstreamConnector({ policy: () => egress.policy(), ...forConnector });
  }

  /** Walks through the stages until one fails, at most 15 s; throws the signal's reason alone. */
  async probe(target: UpstreamTarget, signal: AbortSignal): Promise<ProbeResult> {
    const began = performance.now();
    const result = await this.connector.probe(target, signal);
    this.metrics.note(result, performance.now() - began);
    return result;
  }

  /** Why a server does not answer, or null where it does; throws the signal's reason alone. */
  async reach(target: UpstreamTarget, signal: AbortSignal): Promise<UpstreamFailureCode | null> {
    const { ok, stages } = await this.connector.reach(target, signal);
    return ok ? null : (stages.find((stage) => !stage.ok)?.reason ?? 'gateway.upstream-broken');
  }

  /** Its prompts, resource templates and what it says about itself; a list that it would not give in time is left out. Never throws. */
  async offers(target: UpstreamTarget, signal: AbortSignal): Promise<Offers> {
    const listed = await Promise.allSettled(OFFERED.map((kind) => this.connector.list(target, kind, signal)));
    this.connector.release(target.key);
    const [prompts, templates] = listed.map((list) => (list.status === 'fulfilled' ? list.value : undefined));
    return { prompts: prompts?.items, templates: templates?.items, facts: prompts?.facts ?? templates?.facts };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connector.close();
  }
}
