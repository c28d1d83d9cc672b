import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { PageQuery, wholeNumber } from '../../../platform/http/page-query.dto.js';
import { VERSION_STATES, type VersionState } from '../versions/version-states.js';

export class ServerExposuresQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'integer', description: 'Count in `reach` only those that serve this version.' })
  @Transform(wholeNumber)
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
  @ApiPropertyOptional({ description: 'Slug of a workspace: its exposure alone, in the list and in `reach`.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(64)
  workspace?: string;
}

export class ExposingWorkspace {
  @ApiProperty() id!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
}

export class ServerExposure {
  @ApiProperty({ type: ExposingWorkspace }) workspace!: ExposingWorkspace;
  @ApiProperty({ type: 'integer', description: 'The pinned version.' }) version!: number;
  @ApiProperty({ enum: VERSION_STATES }) versionState!: VersionState;
  @ApiProperty({ type: 'integer', nullable: true, description: 'A version that some clients are served first.' }) canaryVersion!:
    number | null;
  @ApiProperty() enabled!: boolean;
  @ApiProperty({ type: String, nullable: true }) toolPrefix!: string | null;
  @ApiProperty({ type: 'integer', description: 'Tokens that work and may see something of the server.' }) activeTokens!: number;
}

export class ServerReach {
  @ApiProperty({ type: 'integer' }) workspaces!: number;
  @ApiProperty({ type: 'integer' }) activeTokens!: number;
}

export class ServerExposureList {
  @ApiProperty({ type: [ServerExposure] }) data!: ServerExposure[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
  @ApiProperty({ type: ServerReach, description: 'Whom a change reaches: enabled exposures on all pages.' }) reach!: ServerReach;
}
