import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { PeopleListReadModel } from './people-list.read-model.js';
import type { HeldTokenList, PeopleList, PeopleQuery, PersonView } from './people.dto.js';
import { presentHeldToken, presentPerson } from './people.presenter.js';

/** People as operators see them. */
@Injectable()
export class PeopleDirectory {
  constructor(private readonly rows: PeopleListReadModel) {}

  async list(ctx: Ctx, { limit, cursor, q }: PeopleQuery): Promise<PeopleList> {
    const rows = await this.rows.list(ctx, { limit, after: decodeCursor(cursor), q });
    return pageOf(rows, limit, { item: presentPerson, position: (row) => row });
  }

  /** @throws DomainError `auth.person-not-found` */
  async read(ctx: Ctx, id: string): Promise<PersonView> {
    const row = await this.rows.find(ctx, id);
    if (!row) throw new DomainError('auth.person-not-found');
    return presentPerson(row);
  }

  /** What would end with the person. @throws DomainError `auth.person-not-found` */
  async tokens(ctx: Ctx, id: string): Promise<HeldTokenList> {
    await this.read(ctx, id);
    return { data: (await this.rows.tokensAcrossWorkspaces(ctx, id)).map(presentHeldToken) };
  }
}
