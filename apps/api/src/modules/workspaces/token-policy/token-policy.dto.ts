import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { MayBeNull } from '../../../platform/http/given.js';

/** How long gateway tokens may live, everywhere in the installation. */
export class TokenSettings {
  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 3_650, description: 'Days a token may live at most; null: any.' })
  @MayBeNull()
  @IsInt()
  @Min(1)
  @Max(3_650)
  lifetimeDaysMax!: number | null;

  @ApiProperty({ description: 'Whether tokens may be made that never expire. Not with a longest life.' })
  @IsBoolean()
  mayNeverExpire!: boolean;
}
