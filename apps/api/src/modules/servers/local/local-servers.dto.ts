import { ApiProperty, PickType } from '@nestjs/swagger';
import { FENCE_KINDS, type FenceKind } from '@mcpnest/mcp-upstream';
import { IsString, MaxLength } from 'class-validator';
import { StdioTransportDto } from '../transports/stdio-transport.dto.js';
import { PACKAGE_STATES, type PackageState } from './local-package.js';

const STATUSES = ['stopped', 'starting', 'running', 'failing'] as const;

export class LocalProcess {
  @ApiProperty() pid!: number;
  @ApiProperty({ enum: ['probe', 'calls', 'alone'] }) purpose!: 'probe' | 'calls' | 'alone';
  @ApiProperty({ format: 'date-time' }) startedAt!: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'With everything it started.' }) memoryBytes!: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Processor time used so far, milliseconds.' }) cpuMs!: number | null;
  @ApiProperty({ type: 'integer', description: 'Lines that were no message.' }) noise!: number;
}

export class LocalServerEnd {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: 'integer', nullable: true }) code!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'A signal, or `flood` where it was stopped for what it wrote.' }) signal!:
    string | null;
}

/** A local server of one version and set of credentials, as it stands now. */
export class LocalServer {
  @ApiProperty({ type: String, nullable: true, description: 'The runner where it is; null for the gateway itself.' }) runner!:
    string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: STATUSES }) status!: (typeof STATUSES)[number];
  @ApiProperty({ type: [LocalProcess] }) processes!: LocalProcess[];
  @ApiProperty({ type: 'integer' }) starts!: number;
  @ApiProperty({ type: 'integer', description: 'Starts after it had ended by itself.' }) restarts!: number;
  @ApiProperty({ type: 'integer' }) crashesInRow!: number;
  @ApiProperty({ type: 'integer', description: 'Milliseconds until it may be started again.' }) nextStartMs!: number;
  @ApiProperty({ type: LocalServerEnd, nullable: true, description: 'When it last ended by itself.' }) lastEnd!: LocalServerEnd | null;
  @ApiProperty({ type: [String], description: 'Its last lines on standard error, without its secrets. Untrusted.' }) stderr!: string[];
}

export class LocalServerList {
  @ApiProperty({ type: [LocalServer] }) data!: LocalServer[];
}

export class HostedServer {
  @ApiProperty({ description: 'Slug.' }) server!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: STATUSES }) status!: (typeof STATUSES)[number];
  @ApiProperty({ type: 'integer' }) processes!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of all its processes.' }) memoryBytes!: number | null;
}

export class LocalRunner {
  @ApiProperty({ description: 'The address of the runner, which is its name.' }) name!: string;
  @ApiProperty({ description: 'False where it did not answer.' }) answers!: boolean;
  @ApiProperty({ enum: FENCE_KINDS, nullable: true }) fence!: FenceKind | null;
  @ApiProperty({ type: [String] }) gaps!: string[];
  @ApiProperty({ type: 'integer', description: 'Processes that run now.' }) running!: number;
  @ApiProperty({ type: 'integer', description: 'Starts that wait for their turn.' }) waiting!: number;
  @ApiProperty({ type: [HostedServer], description: 'What it hosts now.' }) hosts!: HostedServer[];
}

export class LocalFence {
  @ApiProperty({ description: 'LOCAL_SERVERS.' }) enabled!: boolean;
  @ApiProperty({ enum: FENCE_KINDS, description: 'The weakest, where there are several runners.' }) fence!: FenceKind;
  @ApiProperty({ type: [String], description: 'What was seen to hold, on every machine that runs local servers.' }) holds!: string[];
  @ApiProperty({ type: [String], description: 'What does not hold, in sentences.' }) gaps!: string[];
  @ApiProperty({ type: [String], description: 'What has to be installed here before some packages can be, in sentences.' })
  lacks!: string[];
  @ApiProperty({ type: 'integer', description: 'Processes that run now.' }) running!: number;
  @ApiProperty({ type: 'integer', description: 'Starts that wait for their turn.' }) waiting!: number;
  @ApiProperty({ description: 'Whether they run on runners (ROLE=web), and not on the machine of the gateway.' }) isOnRunners!: boolean;
  @ApiProperty({ type: [LocalRunner], description: 'Those that take work now.' }) runners!: LocalRunner[];
}

export class LocalPackageView {
  @ApiProperty({ example: 'npm:@scope/name@1.2.3' }) package!: string;
  @ApiProperty({ type: [String], description: 'Packages among what comes with it whose install scripts run.' }) scripts!: string[];
  @ApiProperty() integrity!: string;
  @ApiProperty({ enum: PACKAGE_STATES }) state!: PackageState;
  @ApiProperty({ type: String, nullable: true }) problem!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the lock of everything that came with it.' }) lockHash!:
    string | null;
  @ApiProperty() askedBy!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) changedAt!: string;
}

export class LocalPackageList {
  @ApiProperty({ type: [LocalPackageView] }) data!: LocalPackageView[];
}

export class NewestPackageQuery {
  @ApiProperty({ example: 'pypi:name', description: 'With its registry before it; without one it is of npm.' })
  @IsString()
  @MaxLength(220)
  name!: string;
}

export class NewestPackage {
  @ApiProperty({ example: 'npm:@scope/name@1.2.3' }) package!: string;
}

export class InstallPackageRequest extends PickType(StdioTransportDto, ['scripts'] as const) {
  @ApiProperty({ example: 'npm:@scope/name@1.2.3' })
  @IsString()
  @MaxLength(256)
  package!: string;
}
