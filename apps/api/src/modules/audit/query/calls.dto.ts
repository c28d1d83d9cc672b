import { ApiProperty } from '@nestjs/swagger';
import { CALL_GATES, CALL_ORIGINS, CALL_OUTCOMES, type CallGate, type CallOrigin, type CallOutcome } from '@mcpnest/shared/audit';

const OUTCOMES = Object.keys(CALL_OUTCOMES);

/** Metadata of one tool call. There is no member for arguments or results. */
export class Call {
  @ApiProperty({ type: String })
  callId!: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When it was received.' })
  createdAt!: string;

  @ApiProperty({ type: String })
  workspaceId!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null where nothing matched.' })
  serverSlug!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  serverVersion!: number | null;

  @ApiProperty({ type: String, description: "The upstream's own name, or what was asked for." })
  toolName!: string;

  @ApiProperty({ type: String, description: 'What the client asked for.' })
  publishedName!: string;

  @ApiProperty({ type: 'integer' })
  status!: number;

  @ApiProperty({ type: String, enum: OUTCOMES })
  outcome!: CallOutcome;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the error catalogue.' })
  reason!: string | null;

  @ApiProperty({ type: String, enum: ['legacy', 'modern'], nullable: true })
  era!: 'legacy' | 'modern' | null;

  @ApiProperty({ type: String, enum: CALL_ORIGINS, nullable: true, description: 'Where it ended; null where it succeeded.' })
  origin!: CallOrigin | null;

  @ApiProperty({ type: String, enum: CALL_GATES, nullable: true, description: 'The decision that stopped it; null where all let it pass.' })
  gate!: CallGate | null;

  @ApiProperty({ type: Number, description: 'From its arrival to its answer.' })
  latencyMs!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Of that, the time spent with the server; null where it was not asked.' })
  upstreamLatencyMs!: number | null;

  @ApiProperty({ type: 'integer' })
  requestBytes!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  responseBytes!: number | null;

  @ApiProperty({ type: String })
  tokenId!: string;

  @ApiProperty({ type: String, description: 'As shown at that time.' })
  tokenName!: string;

  @ApiProperty({ type: String, nullable: true })
  userId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  clientName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  protocolVersion!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The trace that the client named.' })
  traceId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  definitionHash!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  sequence!: number | null;
}

export class CallPage {
  @ApiProperty({ type: [Call] })
  data!: readonly Call[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
