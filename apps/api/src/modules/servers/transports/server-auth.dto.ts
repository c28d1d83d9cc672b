import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { MEMBER_METHODS, type MemberMethod } from './server-auth.js';

const KINDS = ['bearer', 'basic', 'oauth-client', 'oauth-member'] as const;

/** How the gateway proves itself to a server. */
@ApiSchema({ name: 'ServerAuth' })
export class ServerAuthDto {
  @ApiProperty({
    enum: KINDS,
    description:
      'Which `Authorization` the server wants. `bearer` has the credential slot `auth:token`; `basic` has `auth:username` and `auth:password`; `oauth-client` gets tokens by OAuth client credentials and has `auth:client-secret` or, by `private_key_jwt`, `auth:private-key`; `oauth-member` sends the calls of each member with tokens of an account that the member connects, and has the slot of its method where it has a client id. Leave it out where secret headers are all it needs.',
  })
  @IsIn(KINDS)
  type!: (typeof KINDS)[number];
  @ApiPropertyOptional({
    example: 'https://login.example.com/token',
    description: 'Token endpoint. Of oauth-client alone, and needed there.',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(2048)
  tokenUrl?: string;
  @ApiPropertyOptional({
    description: 'Needed of oauth-client. Of oauth-member where the gateway is known to the issuer already; else it registers by itself.',
  })
  @MayBeAbsent()
  @IsString()
  @Matches(/^[\x20-\x7e]{1,512}$/)
  clientId?: string;
  @ApiPropertyOptional({
    enum: MEMBER_METHODS,
    default: 'client_secret_basic',
    description: 'How the client of that id proves itself. `none` is of oauth-member alone, for public clients.',
  })
  @MayBeAbsent()
  @IsIn(MEMBER_METHODS)
  method?: MemberMethod;
  @ApiPropertyOptional({
    example: 'https://login.example.com',
    description: 'Of oauth-member alone: the one authorization server that is accepted. Needed with a client id.',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(2048)
  issuer?: string;
  @ApiPropertyOptional({
    type: [String],
    description: 'Of oauth-client and oauth-member. Left out of oauth-member: what the server asks for.',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(32)
  @Matches(/^[\x21\x23-\x5b\x5d-\x7e]{1,256}$/, { each: true })
  scopes?: string[];
}
