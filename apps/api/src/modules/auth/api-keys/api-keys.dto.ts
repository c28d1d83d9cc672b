import { SCOPES } from '@mcpnest/shared/permissions';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsInstant } from '../../../platform/http/instant.js';
import { MayBeNull, ONE_LINE } from '../../../platform/http/given.js';

export class CreateApiKeyRequest {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString()
  @Length(1, 100)
  @Matches(ONE_LINE, { message: 'name must be one line of printable text' })
  name!: string;

  @ApiPropertyOptional({
    type: [String],
    enum: SCOPES,
    nullable: true,
    description: 'Narrows what the key may do; without it the key may do what its owner may.',
  })
  @MayBeNull()
  @IsArray()
  @ArrayMaxSize(SCOPES.length)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  scopes?: string[] | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'Without it the key does not expire.' })
  @MayBeNull()
  @IsInstant()
  @MaxLength(40)
  expiresAt?: string | null;
}

export class ApiKey {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'The last four characters, to tell keys apart.' }) last4!: string;
  @ApiProperty({ type: [String], nullable: true }) scopes!: readonly string[] | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expiresAt!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUsedAt!: string | null;
}

export class CreatedApiKey extends ApiKey {
  @ApiProperty({ description: 'The key itself, shown this once.' }) key!: string;
}

export class ApiKeyList {
  @ApiProperty({ type: [ApiKey] }) data!: readonly ApiKey[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
