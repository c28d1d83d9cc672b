import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { CLIENT_METHODS, type ClientMethod } from './server-auth.js';

const KINDS = ['bearer', 'basic', 'oauth-client'] as const;

/** How the gateway proves itself to a server. */
@ApiSchema({ name: 'ServerAuth' })
export class ServerAuthDto {
  @ApiProperty({
    enum: KINDS,
    description:
      'Which `Authorization` the server wants. `bearer` has the credential slot `auth:token`; `basic` has `auth:username` and `auth:password`; `oauth-client` gets tokens by OAuth client credentials and has `auth:client-secret` or, by `private_key_jwt`, `auth:private-key`. Leave it out where secret headers are all it needs.',
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
  @ApiPropertyOptional({ description: 'Of oauth-client alone, and needed there.' })
  @MayBeAbsent()
  @IsString()
  @Matches(/^[\x20-\x7e]{1,512}$/)
  clientId?: string;
  @ApiPropertyOptional({ enum: CLIENT_METHODS, default: 'client_secret_basic', description: 'Of oauth-client alone.' })
  @MayBeAbsent()
  @IsIn(CLIENT_METHODS)
  method?: ClientMethod;
  @ApiPropertyOptional({ type: [String], description: 'Of oauth-client alone.' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(32)
  @Matches(/^[\x21\x23-\x5b\x5d-\x7e]{1,256}$/, { each: true })
  scopes?: string[];
}
