import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { MayBeNull } from '../../../platform/http/given.js';
import { LIMIT_SOURCES, type LimitSource } from './effective-limits.js';
import { LIMIT_RULE_SCOPES, type LimitRuleScope } from './limit-rule.js';

const SCOPE = {
  enum: LIMIT_RULE_SCOPES,
  description: 'Counted together: all of the workspace, each token, one token, a tool (or all tools of a server), each address.',
};

export class SetLimitRequest {
  @ApiProperty(SCOPE)
  @IsIn(LIMIT_RULE_SCOPES)
  scope!: LimitRuleScope;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 300,
    description:
      "The token's id, or `server:tool` with the server's slug and the upstream's own name; `server:*` for the others of a server.",
  })
  @MayBeNull()
  @IsString()
  @Length(1, 300)
  subject?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 100_000, description: 'Requests per second.' })
  @MayBeNull()
  @IsInt()
  @Min(1)
  @Max(100_000)
  ratePerSecond?: number | null;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 1,
    maximum: 1_000_000,
    description: 'Requests at once after a quiet time; ten seconds of the rate where it is left out.',
  })
  @MayBeNull()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  burst?: number | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 10_000, description: 'Requests under way at once.' })
  @MayBeNull()
  @IsInt()
  @Min(1)
  @Max(10_000)
  concurrency?: number | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 1_000_000_000, description: 'Tool calls per day of UTC.' })
  @MayBeNull()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  callsPerDay?: number | null;
}

export class EffectiveNumberView {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null: not bounded.' }) value!: number | null;
  @ApiProperty({ enum: LIMIT_SOURCES, description: 'Built in, set for the workspace, or for this very thing.' }) source!: LimitSource;
}

export class EffectiveLimitView {
  @ApiProperty(SCOPE) scope!: LimitRuleScope;
  @ApiProperty({ type: String, nullable: true }) subject!: string | null;
  @ApiProperty({ type: String, nullable: true, description: "The token's name." }) name!: string | null;
  @ApiProperty({ type: EffectiveNumberView }) ratePerSecond!: EffectiveNumberView;
  @ApiProperty({ type: EffectiveNumberView }) burst!: EffectiveNumberView;
  @ApiProperty({ type: EffectiveNumberView }) concurrency!: EffectiveNumberView;
  @ApiProperty({ type: EffectiveNumberView }) callsPerDay!: EffectiveNumberView;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Calls counted today, where there is a quota. At most two seconds old.' })
  callsToday!: number | null;
}

export class LimitList {
  @ApiProperty({ type: [EffectiveLimitView] }) data!: readonly EffectiveLimitView[];
}
