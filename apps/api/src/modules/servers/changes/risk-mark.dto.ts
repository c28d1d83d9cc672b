import { ApiProperty } from '@nestjs/swagger';
import { RISK_MARKS } from './risk-marks.js';

export class RiskMarkAnswer {
  @ApiProperty({ enum: RISK_MARKS }) mark!: (typeof RISK_MARKS)[number];
  @ApiProperty({ description: 'JSON pointer into the definition that is seen now.' }) pointer!: string;
  @ApiProperty({ description: 'What was found; hidden characters are written as U+….' }) detail!: string;
}
