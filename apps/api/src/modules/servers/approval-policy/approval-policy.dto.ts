import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';

export class ApprovalSettings {
  @ApiProperty({ description: 'Whether what somebody asked for must be approved by somebody else.' })
  @IsBoolean()
  fourEyes!: boolean;
}
