import { ApiProperty } from '@nestjs/swagger';
import { REVOKE_REASONS, TOKEN_ATTENTIONS, type RevokeReason, type TokenAttention, type TokenState } from '../../auth/index.js';
import { TOKEN_KINDS, TOKEN_STATES, type TokenKind } from './token-words.js';

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
  @ApiProperty({ type: 'integer', description: 'For `If-Match`.' }) etag!: number;
}

export class CreatedToken extends Token {
  @ApiProperty({ description: 'The token itself, shown this once.' }) token!: string;
}

export class TokenList {
  @ApiProperty({ type: [Token] }) data!: readonly Token[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
