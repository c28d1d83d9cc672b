import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class VerifyCallsRequest {
  @ApiProperty({ type: String, format: 'date', description: 'The first day, UTC.' })
  @Matches(DAY, { message: 'from must be a day, such as 2026-11-30' })
  from!: string;

  @ApiProperty({ type: String, format: 'date', description: 'The last day, UTC.' })
  @Matches(DAY, { message: 'to must be a day, such as 2026-11-30' })
  to!: string;
}

export class ChainFaultView {
  @ApiProperty({ type: 'integer', description: 'Of the first row that is not as it was recorded.' })
  sequence!: number;

  @ApiProperty({ type: String, nullable: true })
  callId!: string | null;

  @ApiProperty({ type: String })
  problem!: string;
}

export class ChainVerdictView {
  @ApiProperty({ type: String, description: 'Writer, retention class and UTC day; or `ledger`.' })
  chain!: string;

  @ApiProperty({ type: 'integer' })
  rows!: number;

  @ApiProperty({ type: 'integer', description: 'Up to this sequence a signed checkpoint vouches.' })
  signedRows!: number;

  @ApiProperty({ type: 'integer', description: 'Records that are missing and known to be.' })
  knownMissing!: number;

  @ApiProperty({ type: Boolean, description: 'Whether the day was dropped by retention.' })
  isDropped!: boolean;

  @ApiProperty({ type: ChainFaultView, nullable: true })
  fault!: ChainFaultView | null;
}

/** Whether the ledger and stored call records are what was recorded. */
export class Verification {
  @ApiProperty({ type: Boolean })
  ok!: boolean;

  @ApiProperty({ type: 'integer' })
  rows!: number;

  @ApiProperty({ type: 'integer' })
  signedRows!: number;

  @ApiProperty({ type: [ChainVerdictView] })
  chains!: readonly ChainVerdictView[];
}

export class AuditPublicKey {
  @ApiProperty({ type: String })
  keyId!: string;

  @ApiProperty({ type: String, description: 'Ed25519, PEM.' })
  publicKey!: string;
}

export class ChainParams {
  @ApiProperty({ type: String, example: 'w0123456789abcdef.standard.2026-11-30' })
  @Matches(/^(ledger|w[0-9a-f]{16}\.(standard|long|hold)\.\d{4}-\d{2}-\d{2})$/)
  chain!: string;
}

export class CheckpointView {
  @ApiProperty({ type: String }) chain!: string;
  @ApiProperty({ type: String }) writer!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: 'integer' }) sequence!: number;
  @ApiProperty({ type: String }) hash!: string;
  @ApiProperty({ type: 'integer' }) dropped!: number;
  @ApiProperty({ type: String, enum: ['interval', 'day-end', 'final'] }) kind!: string;
  @ApiProperty({ type: String, format: 'date-time' }) madeAt!: string;
  @ApiProperty({ type: String, nullable: true }) previous!: string | null;
  @ApiProperty({ type: String }) keyId!: string;
  @ApiProperty({ type: String, description: 'Ed25519 over the canonical JSON of the members above but the key id, base64.' })
  signature!: string;
}

export class GapView {
  @ApiProperty({ type: String }) id!: string;
  @ApiProperty({ type: String }) writer!: string;
  @ApiProperty({ type: String, enum: ['full', 'corrupt', 'refused'] }) reason!: string;
  @ApiProperty({ type: String, nullable: true }) chain!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) from!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) to!: number | null;
  @ApiProperty({ type: String, nullable: true }) hash!: string | null;
  @ApiProperty({ type: 'integer' }) count!: number;
  @ApiProperty({ type: String, format: 'date-time' }) since!: string;
  @ApiProperty({ type: String, format: 'date-time' }) until!: string;
  @ApiProperty({ type: String }) keyId!: string;
  @ApiProperty({ type: String }) signature!: string;
}

/** What was signed about a chain. */
export class ChainEvidence {
  @ApiProperty({ type: [CheckpointView] }) checkpoints!: readonly CheckpointView[];
  @ApiProperty({ type: [GapView] }) gaps!: readonly GapView[];
}
