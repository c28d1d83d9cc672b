import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches, MaxLength, IsString } from 'class-validator';
import { AreCredentialValues, type CredentialValues } from '../credentials/credential-values.js';
import { MayBeAbsent, MayBeNull, TEXT } from '../../../platform/http/given.js';
import { TransportMember, TRANSPORT_DTOS, transportSchema, type TransportDto } from '../transports/transport.dto.js';
import { VERSION_STATES, type VersionState } from './version-states.js';

@ApiExtraModels(...TRANSPORT_DTOS)
export class CreateVersionRequest {
  @TransportMember() transport!: TransportDto;
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @IsString()
  @MaxLength(2000)
  @Matches(TEXT)
  note?: string | null;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Values of secret headers; write-only.',
    writeOnly: true,
  })
  @MayBeAbsent()
  @AreCredentialValues()
  credentials?: CredentialValues;
}

export class VersionActionRequest {
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @IsString()
  @MaxLength(2000)
  @Matches(TEXT)
  note?: string | null;
}

export class ToolSummary {
  @ApiProperty() name!: string;
  @ApiPropertyOptional({ type: String }) title?: string;
  @ApiPropertyOptional({ type: String }) description?: string;
}

export class VersionCreator {
  @ApiProperty({ type: String, nullable: true }) userId!: string | null;
  @ApiProperty() name!: string;
}

@ApiExtraModels(...TRANSPORT_DTOS)
export class Version {
  @ApiProperty({ type: 'integer', description: 'Counts from 1 within its server.' }) number!: number;
  @ApiProperty({ enum: VERSION_STATES }) state!: VersionState;
  @ApiProperty(transportSchema) transport!: TransportDto;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: VersionCreator }) createdBy!: VersionCreator;
  @ApiProperty({ type: [ToolSummary], nullable: true, description: 'Null until the server answered for the first time.' }) tools!:
    ToolSummary[] | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) approvedAt!: string | null;
}

export class VersionList {
  @ApiProperty({ type: [Version] }) data!: Version[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
