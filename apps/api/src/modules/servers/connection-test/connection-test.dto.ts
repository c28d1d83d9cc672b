import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { AreCredentialValues, type CredentialValues } from '../credentials/credential-values.js';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { TransportMember, TRANSPORT_DTOS, type TransportDto } from '../transports/transport.dto.js';
import { RiskMarkAnswer } from '../changes/risk-mark.dto.js';
import { ToolSummary } from '../versions/versions.dto.js';

@ApiExtraModels(...TRANSPORT_DTOS)
export class TestConnectionRequest {
  @TransportMember() transport!: TransportDto;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Used for this test alone, never stored.',
    writeOnly: true,
  })
  @MayBeAbsent()
  @AreCredentialValues()
  credentials?: CredentialValues;
  @ApiPropertyOptional({
    description: 'Slug or id of a server whose stored credentials fill the slots left open, where the origin is theirs.',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(64)
  server?: string;
}

export class TestStage {
  @ApiProperty({ enum: ['address', 'connect', 'handshake', 'tools'] }) name!: 'address' | 'connect' | 'handshake' | 'tools';
  @ApiProperty() ok!: boolean;
  @ApiPropertyOptional({ type: String, description: 'A code of the error catalogue.' }) reason?: string;
  @ApiPropertyOptional({ type: String }) detail?: string;
  @ApiPropertyOptional({ type: 'integer' }) ms?: number;
}

export class TestedServer {
  @ApiProperty() name!: string;
  @ApiProperty() version!: string;
}

/** Each is absent where the server gave no such list in time. */
export class TestedOffers {
  @ApiPropertyOptional({ type: 'integer' }) prompts?: number;
  @ApiPropertyOptional({ type: 'integer' }) resources?: number;
  @ApiPropertyOptional({ type: 'integer', description: 'Resource templates.' }) templates?: number;
}

export class FlaggedTool {
  @ApiProperty() name!: string;
  @ApiProperty({ type: [RiskMarkAnswer], description: 'Reasons to look twice; they flag only.' }) marks!: RiskMarkAnswer[];
}

export class TestReport {
  @ApiProperty() ok!: boolean;
  @ApiProperty({ type: [TestStage] }) stages!: TestStage[];
  @ApiPropertyOptional({ enum: ['legacy', 'modern'] }) era?: 'legacy' | 'modern';
  @ApiPropertyOptional({ type: String }) protocolVersion?: string;
  @ApiPropertyOptional({ type: TestedServer }) serverInfo?: TestedServer;
  @ApiPropertyOptional({ type: [ToolSummary] }) tools?: ToolSummary[];
  @ApiPropertyOptional({ type: [FlaggedTool], description: 'Of the tools, those to look at before anybody approves them; at most 50.' })
  flagged?: FlaggedTool[];
  @ApiPropertyOptional({ type: TestedOffers, description: 'How many of what else it offers.' }) counts?: TestedOffers;
}
