import { ApiProperty } from '@nestjs/swagger';

const moment = { type: String, format: 'date-time', nullable: true } as const;
export const ACCOUNT_STATES = ['none', 'connected', 'lapsed'] as const;

export class AccountServerRef {
  @ApiProperty() id!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
}

export class ServerAccountView {
  @ApiProperty({ type: AccountServerRef }) server!: AccountServerRef;
  @ApiProperty({ enum: ACCOUNT_STATES, description: '`lapsed`: the authorization server gives no new tokens; connect the account again.' })
  state!: (typeof ACCOUNT_STATES)[number];
  @ApiProperty({ type: String, nullable: true, description: 'What the authorization server calls the account, where it says.' })
  account!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'https://login.example.com' }) issuer!: string | null;
  @ApiProperty({ type: [String] }) scopes!: string[];
  @ApiProperty(moment) connectedAt!: string | null;
  @ApiProperty({ ...moment, description: 'When the access token ends.' }) expiresAt!: string | null;
  @ApiProperty({ description: 'Whether the gateway gets a new access token by itself.' }) renewable!: boolean;
  @ApiProperty({ ...moment, description: 'When the gateway last got a new access token by itself.' }) refreshedAt!: string | null;
  @ApiProperty(moment) lastUsedAt!: string | null;
  @ApiProperty({ ...moment, description: 'When the server last let a call pass.' }) lastSuccessAt!: string | null;
  @ApiProperty({ ...moment, description: 'When the server last refused the token.' }) lastFailureAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why: a code of the error catalogue.' }) lastFailureReason!: string | null;
}

export class ServerAccountList {
  @ApiProperty({ type: [ServerAccountView] }) data!: ServerAccountView[];
}

export class ConnectionBegun {
  @ApiProperty({ description: 'Where to send the browser that asked: it has the cookie that its answer is known by, for ten minutes.' })
  url!: string;
}

export class SignInReport {
  @ApiProperty({ example: 'https://login.example.com' }) issuer!: string;
  @ApiProperty({ description: 'What the tokens will be for (RFC 8707).' }) resource!: string;
  @ApiProperty({ type: [String], description: 'What will be asked for.' }) scopes!: string[];
  @ApiProperty({ description: 'Where people will sign in.' }) authorizationEndpoint!: string;
  @ApiProperty() tokenEndpoint!: string;
  @ApiProperty({ description: 'Whether tokens can be taken back.' }) revocable!: boolean;
  @ApiProperty({
    enum: ['given', 'document', 'registered'],
    nullable: true,
    description:
      'How the authorization server will know the gateway: by the client id that was given, by a document at an address of the gateway, or by a registration. Null: it takes neither, and a client id has to be given.',
  })
  client!: 'given' | 'document' | 'registered' | null;
  @ApiProperty({ description: 'The redirect address to enter where the gateway is registered by hand.' }) redirectUri!: string;
}

/** The gateway as an OAuth client describes itself (Client ID Metadata Documents). */
export class ClientDocument {
  @ApiProperty() client_id!: string;
  @ApiProperty() client_name!: string;
  @ApiProperty() client_uri!: string;
  @ApiProperty({ type: [String] }) redirect_uris!: string[];
  @ApiProperty({ type: [String] }) grant_types!: string[];
  @ApiProperty({ type: [String] }) response_types!: string[];
  @ApiProperty() token_endpoint_auth_method!: string;
  @ApiProperty() application_type!: string;
}
