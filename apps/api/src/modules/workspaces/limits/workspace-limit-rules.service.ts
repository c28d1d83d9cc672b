import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { WORKSPACE_LIMIT_DEFAULTS } from '@mcpnest/shared/limits';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { GatewayTokens } from '../../auth/index.js';
import type { WorkspaceEntity } from '../workspaces/workspace.entity.js';
import { WorkspacesRepository } from '../workspaces/workspaces.repository.js';
import { effectiveLimits, type EffectiveLimit } from './effective-limits.js';
import { BURST_SECONDS, LIMIT_FIELDS, NO_NUMBERS, type LimitNumbers, type LimitRuleScope } from './limit-rule.js';
import { LimitRulesRepository } from './limit-rules.repository.js';
import { LimitedThingsReadModel } from './limited-things.read-model.js';
import type { SetLimitRequest } from './limits.dto.js';

const RULES_MAX = 1_000;
const TOOL = /^[a-z0-9]+(?:-[a-z0-9]+)*:[^\p{Cc}]+$/u;
const HAS_SUBJECT: ReadonlySet<LimitRuleScope> = new Set(['token', 'tool']);

/** The limits of a workspace: read as they are in force, and set one thing at a time. */
@Injectable()
export class WorkspaceLimitRules {
  constructor(
    private readonly rules: LimitRulesRepository,
    private readonly things: LimitedThingsReadModel,
    private readonly workspaces: WorkspacesRepository,
    private readonly tokens: GatewayTokens,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError `workspaces.not-found` */
  async list(ctx: WorkspaceCtx): Promise<EffectiveLimit[]> {
    const [workspace, rules, tokens, counted] = await Promise.all([
      this.workspaces.find(ctx),
      this.rules.list(ctx),
      this.things.tokens(ctx),
      this.things.countedToday(ctx),
    ]);
    if (!workspace) throw new DomainError('workspaces.not-found');
    const { ratePerSecond, burst, concurrency } = workspace;
    return effectiveLimits({ perToken: { ratePerSecond, burst, concurrency }, rules, tokens, counted });
  }

  /** @throws DomainError `workspaces.not-found`, `workspaces.token-not-found`, `platform.invalid-request` */
  async set(ctx: WorkspaceCtx, { scope, subject: wanted, ...request }: SetLimitRequest): Promise<EffectiveLimit[]> {
    const subject = subjectOf(scope, wanted ?? '');
    const numbers = numbersOf(request);
    await this.tx.run(ctx, async (inside) => {
      const workspace = await this.workspaces.hold(inside);
      if (!workspace) throw new DomainError('workspaces.not-found');
      if (scope === 'token' && !(await this.tokens.find(inside, subject))) throw new DomainError('workspaces.token-not-found');
      if ((await this.rules.list(inside)).length >= RULES_MAX) throw tooMany();
      if (scope === 'each-token') await this.setEachToken(inside, workspace, numbers);
      const kept = scope === 'each-token' ? { ...NO_NUMBERS, callsPerDay: numbers.callsPerDay } : numbers;
      if (LIMIT_FIELDS.every((field) => kept[field] === null)) await this.rules.remove(inside, scope, subject);
      else await this.rules.set(inside, scope, subject, kept);
      await this.ledger.append(inside, {
        event: 'workspaces.limit-changed',
        subject: { kind: 'workspace', id: workspace.id, name: workspace.name },
        workspaceId: workspace.id,
        facts: { scope, subject: subject === '' ? null : subject, ...numbers },
      });
    });
    return this.list(ctx);
  }

  /** What each token may do stands on the workspace; null brings back what is built in. */
  private async setEachToken(ctx: WorkspaceCtx, workspace: WorkspaceEntity, numbers: LimitNumbers): Promise<void> {
    workspace.ratePerSecond = numbers.ratePerSecond ?? WORKSPACE_LIMIT_DEFAULTS.ratePerSecond;
    workspace.burst = numbers.burst ?? WORKSPACE_LIMIT_DEFAULTS.burst;
    workspace.concurrency = numbers.concurrency ?? WORKSPACE_LIMIT_DEFAULTS.concurrency;
    workspace.revision += 1;
    await this.workspaces.update(ctx, workspace);
  }
}

function subjectOf(scope: LimitRuleScope, wanted: string): string {
  if (!HAS_SUBJECT.has(scope)) {
    if (wanted !== '') throw invalidSubject(`A limit of ${scope} is about no one thing; leave subject out.`);
    return '';
  }
  if (scope === 'token' && wanted === '') throw invalidSubject('Name the token by its id.');
  if (scope === 'tool' && !TOOL.test(wanted)) throw invalidSubject('Name the tool as server:tool, or all of a server as server:*.');
  return wanted;
}

function numbersOf({ ratePerSecond = null, burst = null, concurrency = null, callsPerDay = null }: Partial<LimitNumbers>): LimitNumbers {
  if (ratePerSecond === null && burst !== null) {
    const errors = [{ pointer: '/burst', detail: 'Needs ratePerSecond.' }];
    throw new DomainError('platform.invalid-request', { detail: 'A burst bounds nothing without a rate.', errors });
  }
  return { ratePerSecond, burst: ratePerSecond === null ? null : (burst ?? ratePerSecond * BURST_SECONDS), concurrency, callsPerDay };
}

const invalidSubject = (detail: string): DomainError =>
  new DomainError('platform.invalid-request', { detail, errors: [{ pointer: '/subject', detail }] });

const tooMany = (): DomainError =>
  new DomainError('platform.invalid-request', { detail: `A workspace has at most ${RULES_MAX} limits. Remove those that are not needed.` });
