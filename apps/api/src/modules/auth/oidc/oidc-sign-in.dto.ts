import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';

export class SingleSignOn {
  @ApiProperty({ description: 'What stands on the button.' }) label!: string;
}

export class SignInMethods {
  @ApiProperty() password!: boolean;
  @ApiProperty({ type: SingleSignOn, nullable: true, description: 'Null where no identity provider is set up.' })
  sso!: SingleSignOn | null;
}

export class OidcStartQuery {
  @ApiPropertyOptional({ description: 'A path of this console to go to afterwards.', maxLength: 500 })
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  next?: string;
}
