import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { TOOL_PREFIX_PATTERN } from '@mcpnest/shared/limits';
import { MayBeAbsent, MayBeNull } from '../../../platform/http/given.js';
import { VERSION_STATES, type VersionState } from '../versions/version-states.js';

const VERSION_MAX = 1_000_000;
const POSITION_MAX = 100_000;

export class CreateExposureRequest {
  @ApiProperty({ description: 'Slug or id.' })
  @IsString()
  @MaxLength(64)
  server!: string;
  @ApiPropertyOptional({ type: 'integer', description: 'The newest approved one where it is left out.' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(VERSION_MAX)
  version?: number;
  @ApiPropertyOptional({ type: String, nullable: true, pattern: TOOL_PREFIX_PATTERN.source })
  @MayBeNull()
  @IsString()
  @Matches(TOOL_PREFIX_PATTERN)
  toolPrefix?: string | null;
  @ApiPropertyOptional({
    type: 'integer',
    description: 'Place in the list, in ascending order; last where it is left out. Who holds the place moves on.',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(POSITION_MAX)
  position?: number;
  @ApiPropertyOptional({ default: true })
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;
}

export class UpdateExposureRequest {
  @ApiPropertyOptional({ type: 'integer' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(VERSION_MAX)
  version?: number;
  @ApiPropertyOptional({ type: String, nullable: true, pattern: TOOL_PREFIX_PATTERN.source })
  @MayBeNull()
  @IsString()
  @Matches(TOOL_PREFIX_PATTERN)
  toolPrefix?: string | null;
  @ApiPropertyOptional({ type: 'integer' })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(POSITION_MAX)
  position?: number;
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;
}

export class RollbackRequest {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(VERSION_MAX)
  version!: number;
}

export class ExposedServer {
  @ApiProperty() id!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
}

export class ExposureHealth {
  @ApiProperty({ enum: ['unknown', 'ok', 'failing'] }) state!: 'unknown' | 'ok' | 'failing';
  @ApiProperty({ type: String, nullable: true, description: 'A code of the error catalogue.' }) reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) checkedAt!: string | null;
}

export class ExposureCanary {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'integer', description: 'Of sessions, and of tokens for requests without a session.' }) sharePercent!: number;
  @ApiProperty({ type: 'integer', description: 'How many tokens are all served it.' }) tokenCount!: number;
}

export class Exposure {
  @ApiProperty({ type: ExposedServer }) server!: ExposedServer;
  @ApiProperty({ type: 'integer', description: 'The pinned version.' }) version!: number;
  @ApiProperty({ enum: VERSION_STATES, description: 'Of the pinned version; only an approved one is served.' }) versionState!: VersionState;
  @ApiProperty({ type: 'integer', nullable: true }) latestApproved!: number | null;
  @ApiProperty({ type: String, nullable: true }) toolPrefix!: string | null;
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty() enabled!: boolean;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: 'integer', description: 'Grows with each change; also the entity tag.' }) etag!: number;
  @ApiProperty({ type: ExposureHealth }) health!: ExposureHealth;
  @ApiProperty({ type: 'integer', nullable: true }) toolCount!: number | null;
  @ApiProperty({ type: ExposureCanary, nullable: true, description: 'Another version that some clients are served first.' })
  canary!: ExposureCanary | null;
}

export class ExposureList {
  @ApiProperty({ type: [Exposure] }) data!: Exposure[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
