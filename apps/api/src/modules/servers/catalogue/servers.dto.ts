import { ApiExtraModels, ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import { SLUG_LENGTH, SLUG_PATTERN } from '@mcpnest/shared/limits';
import { AreCredentialValues, type CredentialValues } from '../credentials/credential-values.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { MayBeAbsent, MayBeNull, ONE_LINE, TEXT } from '../../../platform/http/given.js';
import { LockRulesAnswer, LockRulesRequest } from '../lock/lock-rules.dto.js';
import { TransportMember, TRANSPORT_DTOS, type TransportDto } from '../transports/transport.dto.js';
import { VERSION_STATES, type VersionState } from '../versions/version-states.js';
import { Version } from '../versions/versions.dto.js';
import { RegistryNotice } from './registry-notice.dto.js';
import { ServerFactsAnswer, ServerFactsRequest, SourcedFactsRequest, TAG } from './server-facts.dto.js';

@ApiExtraModels(...TRANSPORT_DTOS)
export class CreateServerRequest extends SourcedFactsRequest {
  @ApiPropertyOptional({
    description: 'Made from the name where it is left out.',
    pattern: SLUG_PATTERN.source,
    minLength: SLUG_LENGTH.min,
    maxLength: SLUG_LENGTH.max,
  })
  @MayBeAbsent()
  @IsString()
  @Length(SLUG_LENGTH.min, SLUG_LENGTH.max)
  @Matches(SLUG_PATTERN)
  slug?: string;
  @ApiProperty({ example: 'Weather' })
  @IsString()
  @Length(1, 128)
  @Matches(ONE_LINE)
  name!: string;
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @IsString()
  @MaxLength(2000)
  @Matches(TEXT)
  description?: string | null;
  @TransportMember() transport!: TransportDto;
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

export class UpdateServerRequest extends IntersectionType(ServerFactsRequest, LockRulesRequest) {
  @ApiPropertyOptional({ minLength: SLUG_LENGTH.min, maxLength: SLUG_LENGTH.max })
  @MayBeAbsent()
  @IsString()
  @Length(SLUG_LENGTH.min, SLUG_LENGTH.max)
  @Matches(SLUG_PATTERN)
  slug?: string;
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsString()
  @Length(1, 128)
  @Matches(ONE_LINE)
  name?: string;
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @IsString()
  @MaxLength(2000)
  @Matches(TEXT)
  description?: string | null;
}

export class ServersQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the name, slug, description, owner, purpose or a tag.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(128)
  q?: string;
  @ApiPropertyOptional({ type: String, description: 'Servers with this tag.' })
  @MayBeAbsent()
  @Matches(TAG)
  tag?: string;
  @ApiPropertyOptional({ description: 'Servers of exactly this owner.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(128)
  owner?: string;
  @ApiPropertyOptional({ enum: VERSION_STATES, description: 'Servers whose newest version is in this state.' })
  @MayBeAbsent()
  @IsIn(VERSION_STATES)
  state?: VersionState;
  @ApiPropertyOptional({ enum: ['names'], description: 'Lists the tools of each server by their names alone: much less to send.' })
  @MayBeAbsent()
  @IsIn(['names'])
  tools?: 'names';
}

export class Server extends IntersectionType(ServerFactsAnswer, LockRulesAnswer) {
  @ApiProperty({ example: 'srv_01k…' }) id!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
  @ApiProperty({ type: 'integer', description: 'Grows with each change; also the entity tag.' }) version!: number;
  @ApiProperty({ type: Version, nullable: true }) latestVersion!: Version | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Whether every credential slot of the newest version has a value; null where it has no slot.',
  })
  credentialsSet!: boolean | null;
  @ApiProperty({ type: 'integer', description: 'In how many workspaces it is exposed.' }) exposedIn!: number;
  @ApiProperty({ type: RegistryNotice, nullable: true, description: 'A registry deprecated or deleted the entry that it was made of.' })
  registryNotice!: RegistryNotice | null;
}

export class ServerList {
  @ApiProperty({ type: [Server] }) data!: Server[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
