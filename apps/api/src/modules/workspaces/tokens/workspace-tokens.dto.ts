import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import { TOKEN_ATTENTIONS, type TokenAttention, type TokenState } from '../../auth/index.js';
import { IsInstant } from '../../../platform/http/instant.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { MayBeAbsent, MayBeNull, ONE_LINE } from '../../../platform/http/given.js';
import { TOKEN_KINDS, TOKEN_STATES, type TokenKind } from './token-words.js';

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
