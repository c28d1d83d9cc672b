import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent, ONE_LINE } from '../../../platform/http/given.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { REQUEST_KINDS, REQUEST_STATES, type RequestKind, type RequestState } from './server-request.js';

const PERSON = /^(me|none|[a-z]{2,8}_[0-9A-Za-z_-]{1,48})$/;

/** Filters of a workspace's requests. */
export class WorkspaceRequestsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: REQUEST_STATES })
  @MayBeAbsent()
  @IsIn(REQUEST_STATES)
  state?: RequestState;
  @ApiPropertyOptional({ enum: REQUEST_KINDS })
  @MayBeAbsent()
  @IsIn(REQUEST_KINDS)
  kind?: RequestKind;
  @ApiPropertyOptional({ description: 'A user id or `me`.' })
  @MayBeAbsent()
  @IsString()
  @Matches(PERSON)
  requestedBy?: string;
  @ApiPropertyOptional({ description: 'Part of the name, the reason or the name of who asked.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(128)
  @Matches(ONE_LINE)
  q?: string;
  @ApiPropertyOptional({ enum: ['newest', 'oldest'], default: 'newest', description: 'Which one comes first.' })
  @MayBeAbsent()
  @IsIn(['newest', 'oldest'])
  order: 'newest' | 'oldest' = 'newest';
}

/** Filters of the company's queue. */
export class RequestsQuery extends WorkspaceRequestsQuery {
  @ApiPropertyOptional({ description: 'A user id, `me`, or `none` for requests that nobody took.' })
  @MayBeAbsent()
  @IsString()
  @Matches(PERSON)
  assignee?: string;
  @ApiPropertyOptional({ description: 'Slug or id of a workspace.' })
  @MayBeAbsent()
  @IsString()
  @Matches(/^[\w-]{2,64}$/)
  workspace?: string;
}
