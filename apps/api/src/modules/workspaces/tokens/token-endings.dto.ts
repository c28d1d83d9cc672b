import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { REVOKE_REASONS, type RevokeReason } from '../../auth/index.js';
import { MayBeAbsent, TEXT } from '../../../platform/http/given.js';
import { IsInstant } from '../../../platform/http/instant.js';

export class RotateTokenRequest {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 2_592_000,
    description: 'How long the old token still works after the first use of the new one. 0 when neither this nor `until` is given.',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(2_592_000)
  overlapSeconds?: number;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'When the old token ends at the latest.' })
  @MayBeAbsent()
  @IsInstant()
  @MaxLength(40)
  until?: string;

  @ApiPropertyOptional({
    description: 'User id or email of the member the new token belongs to, where it changes hands; the owner of the old one when absent.',
    maxLength: 254,
  })
  @MayBeAbsent()
  @IsString()
  @Length(1, 254)
  owner?: string;
}

export class RevokeTokenRequest {
  @ApiPropertyOptional({
    enum: REVOKE_REASONS,
    default: 'other',
    description: 'What is `compromised` stays revoked; anything else can be restored for an hour.',
  })
  @MayBeAbsent()
  @IsIn(REVOKE_REASONS)
  reason?: RevokeReason;

  @ApiPropertyOptional({ maxLength: 500 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 500)
  @Matches(TEXT, { message: 'note must be printable text' })
  note?: string;
}
