import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { TokenState } from '../../auth/index.js';
import { IsInstant } from '../../../platform/http/instant.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { MayBeAbsent, MayBeNull, ONE_LINE } from '../../../platform/http/given.js';

const TOKEN_STATES: readonly TokenState[] = ['active', 'expired', 'revoked', 'rotating'];

export class CreateTokenRequest {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString()
  @Length(1, 100)
  @Matches(ONE_LINE, { message: 'name must be one line of printable text' })
  name!: string;

  @ApiPropertyOptional({ description: 'User id or email of the member it belongs to; the caller when absent.', maxLength: 254 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 254)
  owner?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: '90 days from now when absent; null: never.' })
  @MayBeNull()
  @IsInstant()
  @MaxLength(40)
  expiresAt?: string | null;

  @ApiPropertyOptional({
    type: [String],
    nullable: true,
    maxItems: 500,
    example: ['github:get_issue', 'jira:*'],
    description:
      "`server:tool` with the server slug and the upstream's own tool name; `*` stands for anything. `toolset:name` stands for the tools of a toolset. All tools when absent.",
  })
  @MayBeNull()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  tools?: string[] | null;
}

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
}

/** A page of tokens, of one state where it is named. */
export class TokenQuery extends PageQuery {
  @ApiPropertyOptional({ enum: [...TOKEN_STATES] })
  @MayBeAbsent()
  @IsIn(TOKEN_STATES)
  state?: TokenState;
}

export class TokenOwner {
  @ApiProperty() userId!: string;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ format: 'email' }) email!: string;
}

export class Token {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['mng_'] }) prefix!: 'mng_';
  @ApiProperty() last4!: string;
  @ApiProperty({ type: TokenOwner }) owner!: TokenOwner;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expiresAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To the minute.' }) lastUsedAt!: string | null;
  @ApiProperty({ enum: [...TOKEN_STATES] }) state!: TokenState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt!: string | null;
  @ApiProperty({ type: [String], nullable: true }) tools!: readonly string[] | null;
  @ApiProperty({ type: String, nullable: true, description: 'The token that a rotation made in its place.' }) replacedBy!: string | null;
}

export class CreatedToken extends Token {
  @ApiProperty({ description: 'The token itself, shown this once.' }) token!: string;
}

export class TokenList {
  @ApiProperty({ type: [Token] }) data!: readonly Token[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
