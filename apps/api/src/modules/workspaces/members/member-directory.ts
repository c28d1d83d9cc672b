import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { HttpConfig } from '../../../config/slices.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { PageRequest } from '../../../platform/http/page.js';
import { MemberListReadModel } from './member-list.read-model.js';
import type { Member, MemberList } from './members.dto.js';
import { presentMember } from './members.presenter.js';

/** Members as the API shows them. */
@Injectable()
export class MemberDirectory {
  constructor(
    private readonly rows: MemberListReadModel,
    private readonly http: HttpConfig,
  ) {}

  async list(ctx: WorkspaceCtx, page: PageRequest): Promise<MemberList> {
    const rows = await this.rows.list(ctx, { limit: page.limit, after: decodeCursor(page.cursor) });
    return pageOf(rows, page.limit, {
      item: (row) => presentMember(row),
      position: ({ createdAt, userId }) => ({ createdAt, id: userId }),
    });
  }

  /**
   * @param code of an invitation just made: the link carries it behind #, which no server ever sees
   * @throws DomainError `workspaces.member-not-found`
   */
  async read(ctx: WorkspaceCtx, userId: string, code: string | null): Promise<Member> {
    const row = await this.rows.find(ctx, userId);
    if (!row) throw new DomainError('workspaces.member-not-found');
    return presentMember(row, code === null ? undefined : `${this.http.publicUrl}/invite#${code}`);
  }
}
