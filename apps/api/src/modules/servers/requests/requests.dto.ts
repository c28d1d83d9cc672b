import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { SLUG_LENGTH, SLUG_PATTERN, TOOL_PREFIX_PATTERN } from '@mcpnest/shared/limits';
import { MayBeAbsent, MayBeNull, ONE_LINE, TEXT } from '../../../platform/http/given.js';
import { AreCredentialValues, type CredentialValues } from '../credentials/credential-values.js';
import { TransportMember, TRANSPORT_DTOS, transportSchema, type TransportDto } from '../transports/transport.dto.js';
import { REQUEST_KINDS, type RequestKind } from './server-request.js';

@ApiExtraModels(...TRANSPORT_DTOS)
export class CreateServerRequestRequest {
  @ApiProperty({
    enum: REQUEST_KINDS,
    description:
      '`server`: one that the catalogue lacks (`name`, `transport`). `version`: a new one of a server (`server`, `transport`). `exposure`: a server of the catalogue in this workspace (`server`).',
  })
  @IsIn(REQUEST_KINDS)
  kind!: RequestKind;
  @ApiProperty({ description: 'What it is needed for.', maxLength: 2000 })
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/)
  @Matches(TEXT)
  reason!: string;
  @ApiPropertyOptional({ description: 'Slug or id of a server of the catalogue.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(64)
  @Matches(/^[\w-]+$/)
  server?: string;
  @ApiPropertyOptional({ type: 'integer', description: 'The Version to show; the newest approved one where it is left out.' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
  @ApiPropertyOptional({ example: 'Weather' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 128)
  @Matches(ONE_LINE)
  name?: string;
  @ApiPropertyOptional({ description: 'Made from the name where it is left out.', pattern: SLUG_PATTERN.source })
  @MayBeAbsent()
  @IsString()
  @Length(SLUG_LENGTH.min, SLUG_LENGTH.max)
  @Matches(SLUG_PATTERN)
  slug?: string;
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @IsString()
  @MaxLength(2000)
  @Matches(TEXT)
  description?: string | null;
  @ApiPropertyOptional(transportSchema)
  @MayBeAbsent()
  @TransportMember()
  transport?: TransportDto;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Values of secret headers; write-only, sealed at once, dropped when the request is denied or withdrawn.',
    writeOnly: true,
  })
  @MayBeAbsent()
  @AreCredentialValues()
  credentials?: CredentialValues;
  @ApiPropertyOptional({ type: String, nullable: true, pattern: TOOL_PREFIX_PATTERN.source })
  @MayBeNull()
  @IsString()
  @Matches(TOOL_PREFIX_PATTERN)
  toolPrefix?: string | null;
}

export class CommentRequest {
  @ApiProperty({ maxLength: 2000 })
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/)
  @Matches(TEXT)
  text!: string;
}
