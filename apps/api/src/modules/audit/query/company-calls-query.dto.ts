import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { CallFilters } from './calls-query.dto.js';

/** Filters across workspaces. */
export class CompanyCallFilters extends CallFilters {
  @ApiPropertyOptional({ description: 'Slug of a workspace.' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{2,40}$/)
  workspace?: string;
}

/** A page of filtered calls of every workspace that the reader may look at. */
export class CompanyCallsQuery extends IntersectionType(PageQuery, CompanyCallFilters) {}
