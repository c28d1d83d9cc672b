import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsBoolean, IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';

/** A header of an HTTP transport, or a variable of a process. */
@ApiSchema({ name: 'TransportHeader' })
export class TransportHeaderDto {
  @ApiProperty({ example: 'X-Api-Key' })
  @IsString()
  @MaxLength(128)
  name!: string;
  @ApiPropertyOptional({ description: 'A secret header is a credential slot: its value is set apart and can never be read.' })
  @MayBeAbsent()
  @IsBoolean()
  secret?: boolean;
  @ApiPropertyOptional({ description: 'Value of a header that is not secret.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(8192)
  value?: string;
}
