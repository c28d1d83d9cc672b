import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/** `?verbose` names each check. */
export class ReadinessQuery {
  @ApiPropertyOptional({ type: String, enum: ['', '1', 'true'] })
  @IsOptional()
  @IsIn(['', '1', 'true'])
  verbose?: string;
}

export class ReadinessCheckView {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: Boolean })
  ok!: boolean;

  @ApiProperty({ type: String, nullable: true })
  detail!: string | null;
}

export class Readiness {
  @ApiProperty({ type: Boolean })
  ready!: boolean;

  @ApiPropertyOptional({ type: [ReadinessCheckView], description: 'Only with ?verbose.' })
  checks?: readonly ReadinessCheckView[];
}

export class Liveness {
  @ApiProperty({ type: Boolean })
  alive!: boolean;
}
