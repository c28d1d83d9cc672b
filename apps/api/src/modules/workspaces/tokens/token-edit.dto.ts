import { ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { MayBeAbsent, ONE_LINE } from '../../../platform/http/given.js';
import { CreateTokenRequest } from './workspace-tokens.dto.js';

/** What is chosen anew of a token; what is absent stays as it is. */
export class UpdateTokenRequest extends PickType(CreateTokenRequest, ['expiresAt', 'tools', 'addresses'] as const) {
  @ApiPropertyOptional({ minLength: 1, maxLength: 100 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 100)
  @Matches(ONE_LINE, { message: 'name must be one line of printable text' })
  name?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'Null: never.' })
  override expiresAt?: string | null;

  @ApiPropertyOptional({ type: [String], nullable: true, maxItems: 500, description: 'As for a new token; null: all tools.' })
  override tools?: string[] | null;

  @ApiPropertyOptional({ type: [String], nullable: true, maxItems: 50, description: 'As for a new token; null: anywhere.' })
  override addresses?: string[] | null;
}
