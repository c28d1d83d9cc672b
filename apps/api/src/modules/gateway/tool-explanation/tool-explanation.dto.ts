import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { EXPLAINED_GATES, type ExplainedGate } from './judge-gates.js';

const STATES = ['passed', 'warned', 'stopped', 'unknown', 'not-reached'] as const;

export class ExplainQuery {
  @ApiProperty({ description: 'A published name, `server:tool`, or the own name of a tool.', minLength: 1, maxLength: 300 })
  @IsString()
  @Length(1, 300)
  tool!: string;
  @ApiPropertyOptional({ description: 'Id of the token that looks for it.', maxLength: 64 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 64)
  token?: string;
}

export class ExplainedGateView {
  @ApiProperty({ enum: EXPLAINED_GATES, description: 'The gates stand in the order a tool passes them.' }) name!: ExplainedGate;
  @ApiProperty({ enum: STATES, description: 'unknown: the definition is needed and not there.' }) state!: (typeof STATES)[number];
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What to do about it.' }) advice!: string | null;
}

export class ToolExplanation {
  @ApiProperty({ description: 'What was asked for.' }) asked!: string;
  @ApiProperty({ description: 'Whether the token, or any token without limits, sees it.' }) visible!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Null where no server is known to have it.' }) server!: string | null;
  @ApiProperty({ type: String, nullable: true }) tool!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The name clients see, or would see.' }) name!: string | null;
  @ApiProperty({ enum: EXPLAINED_GATES, nullable: true, type: String }) stoppedBy!: ExplainedGate | null;
  @ApiProperty({ description: 'The same in one sentence.' }) summary!: string;
  @ApiProperty({ type: [ExplainedGateView] }) gates!: ExplainedGateView[];
  @ApiProperty({ type: [String], description: 'Names that look alike, where nothing has this one.' }) similar!: string[];
}
