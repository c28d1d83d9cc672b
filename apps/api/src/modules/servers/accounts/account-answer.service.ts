import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { flowValuesOf, sameText, secretHash } from '../../auth/index.js';
import { FirstContact } from '../connection-test/first-contact.service.js';
import { originOf } from '../transports/transport.js';
import { AccountFacts } from './account-facts.service.js';
import { AccountRepository } from './account.repository.js';
import type { AccountFlow } from './account.js';
import { answerRefused } from './answer-refused.js';
import { AnswerTokens } from './answer-tokens.service.js';
import { explainOAuthFault } from './oauth-fault.js';
import { SignInServers } from './sign-in-servers.service.js';

/** What came back through the browser. */
export interface OAuthAnswer {
  readonly query: string;
  /** Of the browser's cookie. */
  readonly secret: string | undefined;
}

/** How an answer was taken: for which server and holder, and what was wrong with it, if anything. */
export interface TakenAnswer {
  readonly serverSlug: string;
  readonly workspaceId: string | null;
  readonly problem: DomainError | null;
}

/** Takes the answers of authorization servers. Each connection is answered once, by the person who began it, in the browser that began it. */
@Injectable()
export class AccountAnswer {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly servers: SignInServers,
    private readonly tokens: AnswerTokens,
    private readonly facts: AccountFacts,
    private readonly contact: FirstContact,
  ) {}

  /** @throws DomainError `servers.oauth-answer-refused` where nobody knows which connection it is the answer to */
  async take(ctx: Ctx, answer: OAuthAnswer): Promise<TakenAnswer> {
    const { flow, codeVerifier } = await this.takeFlow(ctx, answer);
    const found = await this.servers.find(ctx, flow.serverId, flow);
    const about = { serverSlug: found.server.slug, workspaceId: flow.workspaceId };
    try {
      if (originOf(found.transport) !== flow.origin) throw answerRefused('The server has moved since the connection was begun.');
      const account = await this.tokens.accountOf(ctx, { flow, found, codeVerifier, query: new URLSearchParams(answer.query) });
      await this.facts.connect(ctx, account).catch(async (error: unknown) => {
        await this.accounts.queueRevocation(ctx, account);
        throw error;
      });
    } catch (error) {
      const problem = explainOAuthFault(error);
      if (!(problem instanceof DomainError)) throw problem;
      if (problem.code !== 'servers.oauth-denied' && problem.code !== 'servers.oauth-unreachable')
        await this.facts.refuse(ctx, { server: found.server, holder: flow, step: 'answer', why: problem.message });
      return { ...about, problem };
    }
    // What the server offers can be listed now.
    if (flow.workspaceId === null) await this.contact.make(found.versionId);
    return { ...about, problem: null };
  }

  private async takeFlow(ctx: Ctx, { query, secret }: OAuthAnswer): Promise<{ flow: AccountFlow; codeVerifier: string }> {
    const values = flowValuesOf(secret);
    const states = new URLSearchParams(query).getAll('state');
    const isOfThisBrowser = values && states.length === 1 && sameText(values.state, states[0] ?? '');
    const flow = isOfThisBrowser ? await this.accounts.takeAcrossWorkspaces(ctx, secretHash(values.state), new Date()) : null;
    if (values && flow && flow.personId === personOf(ctx.actor)) return { flow, codeVerifier: values.codeVerifier };
    await this.facts.refuseUnknown(ctx, 'It belongs to no connection that this person has under way in this browser.');
    throw answerRefused('It belongs to no connection that you have under way in this browser.');
  }
}
