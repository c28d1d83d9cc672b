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
import { REVOKE_REASONS, TOKEN_ATTENTIONS, type RevokeReason, type TokenAttention, type TokenState } from '../../auth/index.js';
import { IsInstant } from '../../../platform/http/instant.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { MayBeAbsent, MayBeNull, ONE_LINE, TEXT } from '../../../platform/http/given.js';

const TOKEN_KINDS = ['personal', 'service'] as const;
type TokenKind = (typeof TOKEN_KINDS)[number];
const TOKEN_STATES: readonly TokenState[] = ['active', 'expired', 'revoked', 'rotating'];

export class CreateTokenRequest {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString()
  @Length(1, 100)
  @Matches(ONE_LINE, { message: 'name must be one line of printable text' })
  name!: string;

  @ApiPropertyOptional({
    enum: TOKEN_KINDS,
    default: 'personal',
    description: 'A personal token ends with the membership of its owner; a service token belongs to the workspace.',
  })
  @MayBeAbsent()
  @IsIn(TOKEN_KINDS)
  kind?: TokenKind;

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

  @ApiPropertyOptional({
    type: [String],
    nullable: true,
    maxItems: 50,
    example: ['203.0.113.0/24', '2001:db8::/32'],
    description: 'Addresses and networks (CIDR) the token may be used from. Anywhere when absent.',
  })
  @MayBeNull()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 50, { each: true })
  addresses?: string[] | null;
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

/** A page of tokens, of one state where it is named. */
export class TokenQuery extends PageQuery {
  @ApiPropertyOptional({ enum: [...TOKEN_STATES] })
  @MayBeAbsent()
  @IsIn(TOKEN_STATES)
  state?: TokenState;

  @ApiPropertyOptional({
    enum: TOKEN_ATTENTIONS,
    description: 'Living tokens that expire within 14 days, or that nobody used for 90.',
  })
  @MayBeAbsent()
  @IsIn(TOKEN_ATTENTIONS)
  attention?: TokenAttention;
}

export class TokenOwner {
  @ApiProperty() userId!: string;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ format: 'email' }) email!: string;
}

export class TokenUse {
  @ApiProperty({ format: 'date-time', description: 'To the minute.' }) at!: string;
  @ApiProperty({ type: String, nullable: true, description: 'What the client calls itself, or its User-Agent.' }) client!: string | null;
  @ApiProperty({ type: String, nullable: true }) address!: string | null;
}

export class Token {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['mng_'] }) prefix!: 'mng_';
  @ApiProperty() last4!: string;
  @ApiProperty({ enum: TOKEN_KINDS }) kind!: TokenKind;
  @ApiProperty({ type: TokenOwner, nullable: true, description: 'Null: a service token.' }) owner!: TokenOwner | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expiresAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To the minute.' }) lastUsedAt!: string | null;
  @ApiProperty({ enum: [...TOKEN_STATES] }) state!: TokenState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt!: string | null;
  @ApiProperty({ type: [String], nullable: true }) tools!: readonly string[] | null;
  @ApiProperty({ type: [String], nullable: true, description: 'Where it may be used from; null: anywhere.' })
  addresses!: readonly string[] | null;
  @ApiProperty({ type: TokenUse, nullable: true }) lastUse!: TokenUse | null;
  @ApiProperty({ type: TokenUse, nullable: true, description: 'When it was last shown from an address that it may not be used from.' })
  lastRefusal!: TokenUse | null;
  @ApiProperty({ type: String, enum: TOKEN_ATTENTIONS, nullable: true }) attention!: TokenAttention | null;
  @ApiProperty({ type: String, nullable: true, description: 'The token that a rotation made in its place.' }) replacedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When a rotation ends it, if that is known yet.' })
  endsAt!: string | null;
  @ApiProperty({ description: 'Whether it was used since it was rotated.' }) usedSinceRotation!: boolean;
  @ApiProperty({ type: String, enum: REVOKE_REASONS, nullable: true }) revokeReason!: RevokeReason | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Until when a mistaken revoke can be taken back.' })
  restorableUntil!: string | null;
}

export class CreatedToken extends Token {
  @ApiProperty({ description: 'The token itself, shown this once.' }) token!: string;
}

export class TokenList {
  @ApiProperty({ type: [Token] }) data!: readonly Token[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
