import { ApiProperty } from '@nestjs/swagger';
import { TelemetryHealth } from './telemetry-health.dto.js';

export class DatabaseHealth {
  @ApiProperty({ type: Boolean })
  ok!: boolean;

  @ApiProperty({
    type: Boolean,
    description: 'Whether the server runs as a role that owns nothing; false where DATABASE_OWNER_URL and DATABASE_URL name the same role.',
  })
  secondWall!: boolean;
}

export class AuditHealthView {
  @ApiProperty({ type: 'integer', description: 'Call records taken since the start.' })
  accepted!: number;

  @ApiProperty({ type: 'integer', description: 'Written to the spool before their answers left.' })
  spooled!: number;

  @ApiProperty({ type: 'integer' })
  stored!: number;

  @ApiProperty({ type: 'integer', description: 'In the spool until the database takes them.' })
  waiting!: number;

  @ApiProperty({ type: 'integer', description: 'Lost, because the spool could not be written to or was full.' })
  dropped!: number;

  @ApiProperty({ type: 'integer', description: 'Of those dropped, how many are not yet noted among the gaps.' })
  unnoted!: number;

  @ApiProperty({ type: 'integer', description: 'Set aside, because the database refuses them.' })
  refused!: number;

  @ApiProperty({ type: 'integer', description: 'Places of the spool that could not be read.' })
  damaged!: number;

  @ApiProperty({ type: 'integer', description: 'Stored for processes that are gone.' })
  recovered!: number;

  @ApiProperty({ type: 'integer' })
  spoolBytes!: number;

  @ApiProperty({ type: 'integer', description: 'How long the oldest record waits, also one that a process left behind which is gone.' })
  oldestWaitingSeconds!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastStoredAt!: string | null;
}

export class LocalServersHealth {
  @ApiProperty({ type: Boolean, description: 'LOCAL_SERVERS.' })
  enabled!: boolean;

  @ApiProperty({ type: String, description: 'What keeps local servers apart on this machine.' })
  fence!: string;

  @ApiProperty({ type: [String], description: 'What was seen to hold.' })
  holds!: readonly string[];

  @ApiProperty({ type: [String], description: 'What does not hold, and what can escape.' })
  gaps!: readonly string[];

  @ApiProperty({ type: [String], description: 'What has to be installed here before some packages can be.' })
  lacks!: readonly string[];

  @ApiProperty({ type: 'integer', description: 'Processes that run now.' })
  running!: number;

  @ApiProperty({ type: 'integer', description: 'Runners that take work, with ROLE=web; else 0.' })
  runners!: number;
}

export class MasterKeyHealth {
  @ApiProperty({ type: String, description: 'Names the master key in force, and tells nothing of it.' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'Data keys, one for each owner of secrets.' })
  dataKeys!: number;

  @ApiProperty({ type: 'integer', description: 'Of those, how many are still to be wrapped by the key in force.' })
  waiting!: number;

  @ApiProperty({
    enum: ['none', 'needed', 'not-needed'],
    description: 'MCPNEST_FORMER_MASTER_KEY: `not-needed` means it can be taken away.',
  })
  former!: 'none' | 'needed' | 'not-needed';
}

/** What the console shows of the installation's health. */
export class HealthReport {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Ledger number that the gateway runs on; null before the first time.' })
  routeTableGeneration!: number | null;

  @ApiProperty({ type: DatabaseHealth })
  database!: DatabaseHealth;

  @ApiProperty({ type: MasterKeyHealth, nullable: true, description: 'Null while the database cannot say.' })
  masterKey!: MasterKeyHealth | null;

  @ApiProperty({ type: LocalServersHealth, nullable: true })
  localServers!: LocalServersHealth | null;

  @ApiProperty({ type: AuditHealthView })
  audit!: AuditHealthView;

  @ApiProperty({ type: TelemetryHealth, nullable: true, description: 'OpenTelemetry; null where OTEL_EXPORTER_OTLP_ENDPOINT is not set.' })
  telemetry!: TelemetryHealth | null;

  @ApiProperty({ type: String })
  version!: string;
}
