import { Catch } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { GuardedRequest } from '../../../platform/http/current.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import type { ProblemDocument } from '../../../platform/http/problem.js';
import { ProblemFilter } from '../../../platform/http/problem.filter.js';
import { sendProblemPage, wantsPage, type PageLink } from '../../../platform/http/problem-page.js';

const LINKS_MAX = 20;
const HOME: PageLink = { path: '/', label: 'Open the console' };
const SIGN_IN: PageLink = { path: '/sign-in', label: 'Sign in, then connect again on the Connections page' };

/** Tells people whom an authorization server sent back why nothing came of it. Nothing that came with them is shown. */
@Catch()
export class AnswerPageFilter extends ProblemFilter {
  constructor(
    adapterHost: HttpAdapterHost,
    private readonly permissions: Permissions,
  ) {
    super(adapterHost);
  }

  protected override say(problem: ProblemDocument, request: Request, response: Response): void {
    if (!wantsPage(request)) return super.say(problem, request, response);
    void this.linksFor(problem, request)
      // Where the links cannot be found out, the page still says what happened.
      .catch(() => [HOME])
      .then((links) => sendProblemPage(response, problem, links));
  }

  private async linksFor({ status }: ProblemDocument, { ctx }: GuardedRequest): Promise<readonly PageLink[]> {
    if (status === 401) return [SIGN_IN];
    if (!ctx) return [HOME];
    const grants = await this.permissions.acrossWorkspaces(ctx.actor);
    const own = grants.filter(({ permissions }) => permissions.includes('credentials:write-own'));
    const links = own.slice(0, LINKS_MAX).map(({ slug }) => ({ path: `/w/${slug}/connections`, label: `My connections in ${slug}` }));
    return links.length > 0 ? links : [HOME];
  }
}
