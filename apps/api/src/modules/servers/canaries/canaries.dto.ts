import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { CANARY_TOKENS_MAX } from './canary.js';

const VERSION_MAX = 1_000_000;
const TOKEN_ID = /^tok_[0-9a-z]{1,40}$/;
const SHARE = {
  type: 'integer',
  minimum: 0,
  maximum: 100,
  description: 'Of sessions, and of tokens for requests without a session.',
} as const;
const TOKENS = { type: [String] as [StringConstructor], maxItems: CANARY_TOKENS_MAX, description: 'Ids of tokens that are all served it.' };

export class UpdateCanaryRequest {
  @ApiPropertyOptional(SHARE)
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(100)
  sharePercent?: number;
  @ApiPropertyOptional(TOKENS)
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(CANARY_TOKENS_MAX)
  @IsString({ each: true })
  @Matches(TOKEN_ID, { each: true })
  tokens?: string[];
}

export class StartCanaryRequest extends UpdateCanaryRequest {
  @ApiProperty({ type: 'integer', description: 'An approved version other than the pinned one.' })
  @IsInt()
  @Min(1)
  @Max(VERSION_MAX)
  version!: number;
}

export class CanaryToken {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'False: expired or revoked.' }) active!: boolean;
}

export class VersionFigures {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'integer', description: 'Calls that succeeded or failed; not those that were refused or cancelled.' })
  calls!: number;
  @ApiProperty({ type: 'integer', description: 'Errors that tools answered with.' }) toolErrors!: number;
  @ApiProperty({ type: 'integer', description: 'Errors of the server and on the way to it.' }) serverErrors!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Both kinds of errors by calls, 0 to 1; null without calls.' })
  errorRate!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Milliseconds, as clients wait.' }) p50Ms!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Milliseconds, as clients wait.' }) p95Ms!: number | null;
}

export class Canary {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'integer', description: 'The version of everybody else.' }) pinnedVersion!: number;
  @ApiProperty(SHARE) sharePercent!: number;
  @ApiProperty({ type: [CanaryToken] }) tokens!: CanaryToken[];
  @ApiProperty({ format: 'date-time' }) startedAt!: string;
  @ApiProperty() startedBy!: string;
  @ApiProperty({ type: 'integer', description: 'Grows with each change; also the entity tag.' }) etag!: number;
  @ApiProperty({ format: 'date-time', description: 'From when the figures count: the start, at most seven days ago.' }) since!: string;
  @ApiProperty({ type: VersionFigures }) figures!: VersionFigures;
  @ApiProperty({ type: VersionFigures }) pinnedFigures!: VersionFigures;
}
