import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { AreCredentialValues, type CredentialValues } from './credential-values.js';

export class SetCredentialsRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Slot name → value; write-only. Slots that are left out keep theirs.',
    writeOnly: true,
  })
  @AreCredentialValues()
  values!: CredentialValues;
}

export class RemoveCredentialsQuery {
  @ApiPropertyOptional({ description: 'The slot; all where it is left out.' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 128)
  name?: string;
}

export class Credential {
  @ApiProperty({ example: 'X-Api-Key' }) name!: string;
  @ApiProperty() set!: boolean;
  @ApiProperty({
    description: 'False for a value whose slot or origin the newest version no longer has: it is lent to older versions only.',
  })
  attached!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Only of values of 12 characters or more.' }) last4!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) updatedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUsedAt!: string | null;
}

export class CredentialList {
  @ApiProperty({ type: [Credential] }) data!: Credential[];
}
