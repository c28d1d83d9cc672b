import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { MayBeNull } from '../../../platform/http/given.js';

const MODES = ['available', 'strict'] as const;

export class PolicyParams {
  @ApiProperty({ type: String, description: 'Slug or id of a workspace; an id finds those that are gone.' })
  @Matches(/^[\w-]{2,64}$/)
  workspace!: string;
}

/** What a workspace has of its own; null where the installation’s setting holds. */
export class SetAuditPolicyRequest {
  @ApiProperty({
    type: String,
    enum: MODES,
    nullable: true,
    description: 'Whether calls are answered only once their records are safe from power loss.',
  })
  @MayBeNull()
  @IsIn(MODES)
  mode!: 'available' | 'strict' | null;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 3_650, description: 'Longer than the installation keeps them.' })
  @MayBeNull()
  @IsInt()
  @Min(1)
  @Max(3_650)
  retentionDays!: number | null;

  @ApiProperty({ type: Boolean, description: 'Nothing of this workspace is dropped.' })
  @IsBoolean()
  legalHold!: boolean;
}

/** How long, and how safely, call records of a workspace are kept. */
export class AuditPolicyView extends SetAuditPolicyRequest {
  @ApiProperty({ type: String })
  workspaceId!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null where the workspace is gone.' })
  slug!: string | null;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: String, enum: MODES, description: 'The installation’s.' })
  usualMode!: 'available' | 'strict';

  @ApiProperty({ type: 'integer', description: 'The installation’s.' })
  usualRetentionDays!: number;
}

export class AuditPolicyList {
  @ApiProperty({ type: [AuditPolicyView] })
  data!: readonly AuditPolicyView[];
}
