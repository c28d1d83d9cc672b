import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { TRANSPORT_DTOS, transportSchema, type TransportDto } from '../transports/transport.dto.js';
import { REQUEST_KINDS, REQUEST_STATES, type RequestKind, type RequestState } from './server-request.js';

export class RequestPerson {
  @ApiProperty() userId!: string;
  @ApiProperty({ description: 'As shown at that time.' }) name!: string;
}

export class RequestPlace {
  @ApiProperty() id!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
}

export class RequestCredential {
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) last4!: string | null;
}

export class RequestCommentView {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: RequestPerson }) by!: RequestPerson;
  @ApiProperty() text!: string;
}

export class RequestDecision {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: RequestPerson }) by!: RequestPerson;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
}

@ApiExtraModels(...TRANSPORT_DTOS)
export class ServerRequestView {
  @ApiProperty({ example: 'ask_01k…' }) id!: string;
  @ApiProperty({ enum: REQUEST_KINDS }) kind!: RequestKind;
  @ApiProperty({ enum: REQUEST_STATES }) state!: RequestState;
  @ApiProperty({ type: RequestPlace }) workspace!: RequestPlace;
  @ApiProperty({ type: RequestPlace, nullable: true, description: 'The server it is about, or that came of it.' })
  server!: RequestPlace | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The Version asked for; once approved, the one that is shown.' })
  version!: number | null;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) slug!: string | null;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  @ApiProperty({ ...transportSchema, nullable: true }) transport!: TransportDto | null;
  @ApiProperty({ type: String, nullable: true }) toolPrefix!: string | null;
  @ApiProperty({ type: [RequestCredential], description: 'Secrets given with it; empty once it is decided.' })
  credentials!: RequestCredential[];
  @ApiProperty() reason!: string;
  @ApiProperty({ type: RequestPerson }) requestedBy!: RequestPerson;
  @ApiProperty({ type: RequestPerson, nullable: true }) assignee!: RequestPerson | null;
  @ApiProperty({ type: [RequestCommentView] }) comments!: RequestCommentView[];
  @ApiProperty({ type: RequestDecision, nullable: true }) decision!: RequestDecision | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: 'integer', description: 'Grows with each change; also the entity tag.' }) etag!: number;
  @ApiProperty({ description: 'Whether you may deny, assign and test it.' }) mayDecide!: boolean;
  @ApiProperty({ description: 'Whether you may approve it; false for your own where four eyes are asked for.' }) mayApprove!: boolean;
  @ApiProperty({ description: 'Whether it is yours to take back.' }) mayWithdraw!: boolean;
}

export class ServerRequestList {
  @ApiProperty({ type: [ServerRequestView] }) data!: ServerRequestView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class RequestCounts {
  @ApiProperty({ type: 'integer', description: 'Open requests that you may decide.' }) toDecide!: number;
  @ApiProperty({ type: 'integer', description: 'Those among them that are assigned to you.' }) assignedToMe!: number;
}
