// The files of a slice: path inside the repository → its text. Each is small, complete and lawful; rename and grow from there.

const domain = ({ One, tenant }) => `/** One row of the slice's table. */
export interface ${One} {
  readonly id: string;${tenant ? '\n  readonly workspaceId: string;' : ''}
  readonly name: string;
  readonly createdAt: Date;
}

/** The name as it is kept: outer blanks gone, inner ones single. */
export const tidyName = (name: string): string => name.trim().replace(/\\s+/g, ' ');
`;

const domainSpec = ({ one }) => `import { tidyName } from './${one}.js';

describe('a name', () => {
  it('is kept without superfluous blanks', () => {
    expect(tidyName('  two   words ')).toBe('two words');
  });
});
`;

const entity = ({ One, one, table, tenant }) => `import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ${One} } from './${one}.js';

@Entity('${table}')
export class ${One}Entity implements ${One} {
  @PrimaryColumn('text') id!: string;${tenant ? "\n  @Column('text', { name: 'workspace_id' }) workspaceId!: string;" : ''}
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
`;

const repository = ({ One, one, oneVar, room, tenant }) => {
  const ctx = tenant ? 'WorkspaceCtx' : 'Ctx';
  const scope = tenant ? 'workspaceId: ctx.workspaceId' : '';
  const where = tenant ? `{ ${scope} }` : '{}';
  return `import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { LessThan } from 'typeorm';
import type { ${ctx} } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ${One}Entity } from './${one}.entity.js';
import type { ${One} } from './${one}.js';

@Injectable()
export class ${One}Repository {
  constructor(private readonly tx: Tx) {}

  /** Newest first, after the given id; ids sort by time. */
  async list(ctx: ${ctx}, page: { afterId: string | null; take: number }): Promise<readonly ${One}[]> {
    const where = page.afterId === null ? ${where} : { ${scope ? `${scope}, ` : ''}id: LessThan(page.afterId) };
    return this.rows(ctx).find({ where, order: { id: 'DESC' }, take: page.take });
  }

  async insert(ctx: ${ctx}, ${oneVar}: ${One}): Promise<void> {
    await this.rows(ctx).insert({ ...${oneVar} });
  }

  /** @returns the row that was removed. @throws DomainError \`${room}.${one}-not-found\` */
  async remove(ctx: ${ctx}, id: string): Promise<${One}> {
    const row = await this.rows(ctx).findOneBy({ ${scope ? `${scope}, ` : ''}id });
    if (!row) throw new DomainError('${room}.${one}-not-found', { detail: 'It may have been removed already; reload the list.' });
    await this.rows(ctx).delete({ id: row.id });
    return row;
  }

  private rows(ctx: ${ctx}) {
    return this.tx.manager(ctx).getRepository(${One}Entity);
  }
}
`;
};

const service = ({ One, Many, one, oneVar, manyVar, room, tenant }) => {
  const ctx = tenant ? 'WorkspaceCtx' : 'Ctx';
  const workspace = tenant ? ', workspaceId: ctx.workspaceId' : '';
  return `import { Injectable } from '@nestjs/common';
import { newId } from '@mcpnest/shared/ids';
import type { ${ctx} } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { ${One}Repository } from './${one}.repository.js';
import { tidyName, type ${One} } from './${one}.js';

const subjectOf = (${oneVar}: ${One}) => ({ kind: '${one}', id: ${oneVar}.id, name: ${oneVar}.name }) as const;

@Injectable()
export class ${Many}Service {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly ${manyVar}: ${One}Repository,
  ) {}

  async create(ctx: ${ctx}, command: { readonly name: string }): Promise<${One}> {
    const ${oneVar}: ${One} = { id: newId('${oneVar}')${workspace}, name: tidyName(command.name), createdAt: new Date() };
    await this.tx.run(ctx, async (inside) => {
      await this.${manyVar}.insert(inside, ${oneVar});
      await this.ledger.append(inside, { event: '${room}.${one}-created', subject: subjectOf(${oneVar})${workspace}, facts: { name: ${oneVar}.name } });
    });
    return ${oneVar};
  }

  /** @throws DomainError \`${room}.${one}-not-found\` */
  async remove(ctx: ${ctx}, id: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const ${oneVar} = await this.${manyVar}.remove(inside, id);
      await this.ledger.append(inside, { event: '${room}.${one}-removed', subject: subjectOf(${oneVar})${workspace}, facts: { name: ${oneVar}.name } });
    });
  }

  /** One row more than asked for says that there is another page. */
  list(ctx: ${ctx}, page: { afterId: string | null; take: number }): Promise<readonly ${One}[]> {
    return this.${manyVar}.list(ctx, page);
  }
}
`;
};

const dto = ({ One }) => `import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { ONE_LINE } from '../../../platform/http/given.js';

export class Create${One}Request {
  @ApiProperty({ minLength: 1, maxLength: 128 })
  @IsString()
  @Length(1, 128)
  @Matches(ONE_LINE)
  name!: string;
}

export class ${One}View {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class ${One}List {
  @ApiProperty({ type: [${One}View] }) data!: ${One}View[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
`;

const presenter = ({ One, one, plural, oneVar }) => `import type { ${One} } from './${one}.js';
import type { ${One}View } from './${plural}.dto.js';

export const present${One} = (${oneVar}: ${One}): ${One}View => ({ id: ${oneVar}.id, name: ${oneVar}.name, createdAt: ${oneVar}.createdAt.toISOString() });
`;

const controller = ({ One, Many, one, plural, manyVar, room, tenant, read, write }) => {
  const ctx = tenant ? 'WorkspaceCtx' : 'Ctx';
  const current = tenant ? 'CurrentWorkspace' : 'CurrentCtx';
  return `import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ${ctx} } from '../../../platform/context/ctx.js';
import { ${read.split('(')[0]} } from '../../../platform/http/access.js';
import { ${current} } from '../../../platform/http/current.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import type { Page } from '../../../platform/http/page.js';
import { Create${One}Request, ${One}List, ${One}View } from './${plural}.dto.js';
import { present${One} } from './${one}.presenter.js';
import { ${Many}Service } from './${plural}.service.js';

@ApiTags('${room}')
@Controller('${tenant ? `workspaces/:slug/${plural}` : plural}')
export class ${Many}Controller {
  constructor(private readonly ${manyVar}: ${Many}Service) {}

  @Get()
  @${read}
  @ApiOperation({ operationId: '${room}_list${Many}', summary: 'Newest first' })
  @ApiOkResponse({ type: ${One}List })
  async list(@${current}() ctx: ${ctx}, @Query() query: PageQuery): Promise<Page<${One}View>> {
    const rows = await this.${manyVar}.list(ctx, { afterId: decodeCursor(query.cursor)?.id ?? null, take: query.limit + 1 });
    return pageOf(rows, query.limit, { item: present${One}, position: (row) => row });
  }

  @Post()
  @${write}
  @ApiOperation({ operationId: '${room}_create${One}' })
  @ApiCreatedResponse({ type: ${One}View })
  async create(@${current}() ctx: ${ctx}, @Body() body: Create${One}Request): Promise<${One}View> {
    return present${One}(await this.${manyVar}.create(ctx, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @${write}
  @ApiOperation({ operationId: '${room}_remove${One}' })
  @ApiNoContentResponse()
  async remove(@${current}() ctx: ${ctx}, @Param('id') id: string): Promise<void> {
    await this.${manyVar}.remove(ctx, id);
  }
}
`;
};

const migration = ({ migration: name, table, tenant }) => `import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetGrants, grantApp } from '../app-grants.js';${tenant ? "\nimport { keepWorkspacesApart } from '../row-security.js';" : ''}

export class ${name} implements MigrationInterface {
  readonly name = '${name}';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`
      CREATE TABLE ${table} (
        id text PRIMARY KEY,${tenant ? '\n        workspace_id text NOT NULL REFERENCES gateway_workspaces (id) ON DELETE CASCADE,' : ''}
        name text NOT NULL,
        created_at timestamptz NOT NULL
      );${tenant ? `\n      CREATE INDEX ${table}_workspace ON ${table} (workspace_id, id DESC);` : ''}
    \`);
    await grantApp(queryRunner, '${table}', 'SELECT, INSERT, DELETE');${tenant ? `\n    await keepWorkspacesApart(queryRunner, '${table}');` : ''}
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetGrants(queryRunner, '${table}');
    await queryRunner.query('DROP TABLE ${table}');
  }
}
`;

const repositorySpec = ({ One, one, oneVar, tenant, table }) => {
  const ctx = tenant ? "inWorkspace(systemCtx('test'), 'ws_test')" : "systemCtx('test')";
  const arrange = tenant
    ? `\n    await database.owner.query(\`INSERT INTO gateway_workspaces (id, slug, name, rate_per_second, burst, concurrency, tool_name_length_max, created_at)
      VALUES ('ws_test', 'test', 'Test', 1, 1, 1, 46, now())\`);`
    : '';
  return `import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { ${tenant ? 'inWorkspace, ' : ''}systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { ${One}Repository } from './${one}.repository.js';

describe('rows of ${table}', () => {
  let database: TestDatabase;
  let repository: ${One}Repository;
  const ctx = ${ctx};
  const ${oneVar} = (id: string) => ({ id,${tenant ? " workspaceId: 'ws_test'," : ''} name: id, createdAt: new Date() });

  beforeAll(async () => {
    database = await createTestDatabase();
    repository = new ${One}Repository(new Tx(database.dataSource, new ChangeFeed()));${arrange}
  });
  afterAll(() => database.drop());

  it('come newest first, page by page', async () => {
    for (const id of ['a1', 'a2', 'a3']) await repository.insert(ctx, ${oneVar}(id));
    const first = await repository.list(ctx, { afterId: null, take: 2 });
    expect(first.map(({ id }) => id)).toEqual(['a3', 'a2']);
    expect((await repository.list(ctx, { afterId: 'a2', take: 2 })).map(({ id }) => id)).toEqual(['a1']);
  });

  it('are removed once', async () => {
    await repository.remove(ctx, 'a1');
    await expect(repository.remove(ctx, 'a1')).rejects.toMatchObject({ code: expect.stringContaining('${one}-not-found') });
  });
});
`;
};

/** @returns path → text of every file of the slice. */
export function sliceFiles(names) {
  const { folder, one, plural, room, stamp } = names;
  return {
    [`${folder}/${one}.ts`]: domain(names),
    [`${folder}/${one}.spec.ts`]: domainSpec(names),
    [`${folder}/${one}.entity.ts`]: entity(names),
    [`${folder}/${one}.repository.ts`]: repository(names),
    [`${folder}/${one}.repository.int-spec.ts`]: repositorySpec(names),
    [`${folder}/${plural}.service.ts`]: service(names),
    [`${folder}/${plural}.dto.ts`]: dto(names),
    [`${folder}/${one}.presenter.ts`]: presenter(names),
    [`${folder}/${plural}.controller.ts`]: controller(names),
    [`apps/api/src/platform/database/migrations/${stamp}-${room}-${plural}.ts`]: migration(names),
  };
}
