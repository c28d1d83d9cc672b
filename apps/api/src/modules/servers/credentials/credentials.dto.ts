import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { AreCredentialValues, type CredentialValues } from './credential-values.js';

export class SetOwnCredentialsRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Slot name → value; write-only. Slots that are left out keep theirs.',
    writeOnly: true,
  })
  @AreCredentialValues()
  values!: CredentialValues;
}

export class SetCredentialsRequest {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Slot name → value; write-only. Slots that are left out keep theirs.',
    writeOnly: true,
  })
  @MayBeAbsent()
  @AreCredentialValues()
  values?: CredentialValues;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { 'X-Api-Key': 'env:MCPNEST_CREDENTIAL_TICKETS' },
    description:
      'Slot name → where its value is read: `file:/path` of a file in the folder `CREDENTIAL_FILES`, or `env:NAME` of a variable whose name begins with `MCPNEST_CREDENTIAL_`.',
  })
  @MayBeAbsent()
  @AreCredentialValues()
  references?: CredentialValues;
}

export class RemoveCredentialsQuery {
  @ApiPropertyOptional({ description: 'The slot; all where it is left out.' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 128)
  name?: string;
}

const moment = { type: String, format: 'date-time', nullable: true } as const;

export class Credential {
  @ApiProperty({ example: 'X-Api-Key' }) name!: string;
  @ApiProperty() set!: boolean;
  @ApiProperty({
    description: 'False for a value whose slot or origin the newest version no longer has: it is lent to older versions only.',
  })
  attached!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Only of values of 12 characters or more.' }) last4!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where the value is read, if it is not stored.' }) reference!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Counts the values that the slot had.' }) version!: number | null;
  @ApiProperty({ type: String, nullable: true }) setBy!: string | null;
  @ApiProperty(moment) updatedAt!: string | null;
  @ApiProperty(moment) lastUsedAt!: string | null;
  @ApiProperty({ ...moment, description: 'When the server last let it pass.' }) lastSuccessAt!: string | null;
  @ApiProperty({ ...moment, description: 'When the server last refused it.' }) lastFailureAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why: a code of the error catalogue.' }) lastFailureReason!: string | null;
}

export class CredentialList {
  @ApiProperty({ type: [Credential] }) data!: Credential[];
}

export class FormerCredential {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: String, nullable: true }) last4!: string | null;
  @ApiProperty({ type: String, nullable: true }) reference!: string | null;
  @ApiProperty({ type: String, nullable: true }) setBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) setAt!: string;
  @ApiProperty({ type: String, format: 'date-time' }) retiredAt!: string;
  @ApiProperty({ type: String, nullable: true }) retiredBy!: string | null;
  @ApiProperty({ enum: ['replaced', 'removed'] }) why!: 'replaced' | 'removed';
  @ApiProperty({ description: 'For seven days after it was replaced. A removed value is gone at once.' }) restorable!: boolean;
}

export class CredentialHistoryList {
  @ApiProperty({ type: [FormerCredential] }) data!: FormerCredential[];
}
