import { ROLES, type Role } from '@mcpnest/shared/permissions';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { MayBeNull, ONE_LINE } from '../../../platform/http/given.js';

const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/;
const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

export class OidcGroupRole {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  group!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(64)
  workspaceId!: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role!: Role;
}

/** What both the answer and the request hold. */
export class OidcSettingsBody {
  @ApiProperty({ description: 'Whether the sign-in page offers it.' })
  @IsBoolean()
  enabled!: boolean;

  @ApiProperty({ description: 'The address that the provider calls itself; `/.well-known/openid-configuration` is read below it.' })
  @IsString()
  @MaxLength(500)
  issuer!: string;

  @ApiProperty({ maxLength: 300 })
  @IsString()
  @Length(1, 300)
  @Matches(ONE_LINE)
  clientId!: string;

  @ApiProperty({ type: [String], description: 'Asked for besides `openid`, such as `email`, `profile`, `groups`.' })
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(SCOPE, { each: true, message: 'scopes must be single words' })
  scopes!: readonly string[];

  @ApiProperty({ maxLength: 60 })
  @IsString()
  @Length(1, 60)
  @Matches(ONE_LINE)
  buttonLabel!: string;

  @ApiProperty({
    type: [String],
    description:
      'Domains whose addresses prove who somebody is: they link an account, and admit new people where `provisioning` is `automatic`.',
  })
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(DOMAIN, { each: true, message: 'emailDomains must be domains in lower case' })
  emailDomains!: readonly string[];

  @ApiProperty({ description: 'Take addresses as checked where the provider says nothing of `email_verified`.' })
  @IsBoolean()
  emailTrusted!: boolean;

  @ApiProperty({ enum: ['invited', 'automatic'] })
  @IsIn(['invited', 'automatic'])
  provisioning!: 'invited' | 'automatic';

  @ApiProperty({ description: 'Claim of the ID token that lists groups.' })
  @IsString()
  @Length(1, 100)
  groupsClaim!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Members are operators; who leaves it is none any more. Null: operators are made here only.',
  })
  @MayBeNull()
  @IsString()
  @Length(1, 200)
  operatorGroup!: string | null;

  @ApiProperty({ type: [OidcGroupRole], description: 'Applied at each sign-in; of several the strongest counts.' })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => OidcGroupRole)
  groupRoles!: readonly OidcGroupRole[];
}

export class SetOidcRequest extends OidcSettingsBody {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 1000,
    format: 'password',
    description: 'Write-only. Absent: the one before stays; null: none.',
  })
  @MayBeNull()
  @IsString()
  @Length(1, 1000)
  clientSecret?: string | null;
}

export class OidcSettingsView extends OidcSettingsBody {
  @ApiProperty({ description: 'Whether a client secret is kept; it is never shown.' }) hasClientSecret!: boolean;
  @ApiProperty({ description: 'The address to allow at the provider.' }) redirectUri!: string;
}

export class OidcTestResult {
  @ApiProperty() ok!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'What stands in the way, in words.' }) problem!: string | null;
  @ApiProperty({ type: String, nullable: true }) authorizationEndpoint!: string | null;
  @ApiProperty({ description: 'Whether the provider says in its answers who it is (RFC 9207).' }) namesItself!: boolean;
}
