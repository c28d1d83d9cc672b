import { Injectable } from '@nestjs/common';
import { fold, type ListProblem, type ToolEntry, type ToolView } from '@mcpnest/gateway-core';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { ExposureStandingReadModel, type ExposureStanding } from '../../servers/index.js';
import { keyOf } from '../published-tools/tool-entries.js';
import { PublishedToolsService } from '../published-tools/published-tools.service.js';
import { judgeGates, type LookingToken, type ToolFacts } from './judge-gates.js';
import type { ToolExplanation } from './tool-explanation.dto.js';

const SIMILAR_MAX = 8;

/** Who looks for what. */
export interface Question {
  readonly slug: string;
  /** A published name, `server:tool`, or a tool's own name. */
  readonly asked: string;
  readonly token: LookingToken | null;
}

/** Says which gate stopped a tool on its way to a client. */
@Injectable()
export class ToolExplanations {
  constructor(
    private readonly tools: PublishedToolsService,
    private readonly standings: ExposureStandingReadModel,
  ) {}

  /** @throws DomainError `workspaces.not-found` */
  async explain(ctx: WorkspaceCtx, { slug, asked, token }: Question): Promise<ToolExplanation> {
    const { view, problems } = await this.tools.list(slug, token?.id);
    const entry = entryOf(view, asked);
    const [server, tool] = entry ? [entry.exposure.target.serverSlug, entry.upstreamName] : split(asked);
    const found = await this.standings.of(ctx, { server, tool });
    const standing = found.find(({ exposureId }) => exposureId !== null) ?? found[0];
    if (!standing) return nowhere(view, asked);
    return answer(asked, { standing, tool, token, entry, ...placeOf(view, entry), problem: problemOf(problems, standing) });
  }
}

/** By published name, by `server:tool`, or by a name that only one tool has as its own. */
function entryOf({ entries }: ToolView, asked: string): ToolEntry | undefined {
  const own = entries.filter(({ upstreamName }) => upstreamName === asked);
  return (
    entries.find(({ publishedName }) => publishedName === asked) ??
    entries.find((entry) => keyOf(entry) === asked) ??
    own.find(({ stopped }) => stopped === null) ??
    own[0]
  );
}

function split(asked: string): [server: string | null, tool: string] {
  const colon = asked.indexOf(':');
  return colon < 0 ? [null, asked] : [asked.slice(0, colon), asked.slice(colon + 1)];
}

function placeOf({ tools }: ToolView, entry: ToolEntry | undefined): { readonly place: number | null } {
  const place = tools.findIndex((tool) => tool.exposure === entry?.exposure && tool.upstreamName === entry.upstreamName);
  return { place: place < 0 ? null : place + 1 };
}

const problemOf = (problems: readonly ListProblem[], { serverSlug }: ExposureStanding): ListProblem | undefined =>
  problems.find((problem) => problem.serverSlug === serverSlug);

function answer(asked: string, facts: ToolFacts): ToolExplanation {
  const { standing, tool, entry } = facts;
  const gates = judgeGates(facts);
  const stop = gates.find(({ state }) => state === 'stopped');
  const visible = stop === undefined && entry !== undefined && entry.stopped === null;
  return {
    asked,
    visible,
    server: standing.serverSlug,
    tool,
    name: entry?.publishedName ?? null,
    stoppedBy: stop?.name ?? null,
    summary: stop ? `${stop.reason} ${stop.advice}` : `It is published as ${entry?.publishedName ?? tool}.`,
    gates,
    similar: [],
  };
}

/** No server is known to have it. */
function nowhere({ entries }: ToolView, asked: string): ToolExplanation {
  const [, word] = split(fold(asked.toLowerCase()));
  const isSimilar = ({ upstreamName, publishedName }: ToolEntry): boolean =>
    [upstreamName, publishedName ?? '']
      .map((name) => fold(name.toLowerCase()))
      .some((name) => name !== '' && (name.includes(word) || word.includes(name)));
  const similar = entries.filter(isSimilar).map((entry) => entry.publishedName ?? keyOf(entry));
  const summary = 'No server of this workspace is known to have it. Look at its spelling, or add the server that has it.';
  return {
    asked,
    visible: false,
    server: null,
    tool: null,
    name: null,
    stoppedBy: null,
    summary,
    gates: [],
    similar: similar.slice(0, SIMILAR_MAX),
  };
}
