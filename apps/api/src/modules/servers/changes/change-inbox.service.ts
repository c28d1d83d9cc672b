import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { presentChange, type Surroundings } from './change.presenter.js';
import type { CompanyChangesQuery, LockChangeList } from './changes.dto.js';
import { ChangesReadModel, type ChangeView } from './changes.read-model.js';
import { toolLikeWords } from './risk-marks.js';

const WORDS_MAX = 10_000;

/** The change inbox with everything that helps to decide. */
@Injectable()
export class ChangeInbox {
  constructor(
    private readonly servers: ServerRepository,
    private readonly changes: ChangesReadModel,
  ) {}

  async list(ctx: Ctx, query: CompanyChangesQuery): Promise<LockChangeList> {
    const serverId = query.server === undefined ? null : (await this.servers.get(ctx, query.server)).id;
    const { state, kind, change, q: text, limit } = query;
    const page = { after: decodeCursor(query.cursor), take: limit + 1 };
    const rows = await this.changes.list(ctx, { serverId, state, kind, change, text }, page);
    const [surroundings, open] = await Promise.all([this.surroundingsOf(ctx, rows), this.changes.openCount(ctx, serverId)]);
    const shape = {
      item: (row: ChangeView) => presentChange(row, surroundings),
      position: ({ firstSeenAt, id }: ChangeView) => ({ createdAt: firstSeenAt, id }),
    };
    const { data, nextCursor } = pageOf(rows, limit, shape);
    return { data: [...data], nextCursor, open };
  }

  private async surroundingsOf(ctx: Ctx, rows: readonly ChangeView[]): Promise<Surroundings> {
    const words = new Set(rows.flatMap(({ seenText }) => (seenText === null ? [] : toolLikeWords(seenText))));
    const [affected, tools] = await Promise.all([
      this.changes.affected(ctx, [...new Set(rows.map(({ versionId }) => versionId))]),
      this.changes.toolsNamed(ctx, [...words].slice(0, WORDS_MAX)),
    ]);
    return { affected, tools };
  }
}
