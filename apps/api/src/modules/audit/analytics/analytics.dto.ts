import { ApiProperty } from '@nestjs/swagger';

/** Calls that were at least so slow. */
export class SlowCallsView {
  @ApiProperty({ type: Number, description: 'As the filters of latencies take it.' }) atLeastMs!: number;
  @ApiProperty({ type: 'integer', description: 'As many as the filter shows.' }) calls!: number;
}

class SlowCallsByShare {
  @ApiProperty({ type: SlowCallsView, nullable: true }) p50!: SlowCallsView | null;
  @ApiProperty({ type: SlowCallsView, nullable: true }) p95!: SlowCallsView | null;
  @ApiProperty({ type: SlowCallsView, nullable: true }) p99!: SlowCallsView | null;
}

class LatencyView {
  @ApiProperty({ type: Number, nullable: true }) p50!: number | null;
  @ApiProperty({ type: Number, nullable: true }) p95!: number | null;
  @ApiProperty({ type: Number, nullable: true }) p99!: number | null;
  @ApiProperty({ type: SlowCallsByShare, description: 'The calls from each percentile on.' }) rows!: SlowCallsByShare;
}

/** Percentiles in milliseconds, from histograms: off by a tenth at most. */
export class LatencyShares {
  @ApiProperty({ type: LatencyView, description: 'From arrival to answer.' }) total!: LatencyView;
  @ApiProperty({ type: LatencyView, description: "The server's part, of calls that reached one." }) upstream!: LatencyView;
  @ApiProperty({ type: LatencyView, description: "The gateway's own part." }) gateway!: LatencyView;
}

/** One bar over time. */
export class CallBar {
  @ApiProperty({ format: 'date-time' }) from!: string;
  @ApiProperty({ format: 'date-time', description: 'Excluded.' }) to!: string;
  @ApiProperty({ type: 'integer' }) calls!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Outcome → calls; outcomes that did not occur are left out.',
  })
  outcomes!: Record<string, number>;
}

export class CallHistogram {
  @ApiProperty({ format: 'date-time' }) from!: string;
  @ApiProperty({ format: 'date-time' }) to!: string;
  @ApiProperty({ type: 'integer', description: 'Width of a bar in milliseconds.' }) stepMs!: number;
  @ApiProperty({ type: 'integer' }) calls!: number;
  @ApiProperty({ type: [CallBar] }) bars!: readonly CallBar[];
}

export class LatencyPoint extends LatencyShares {
  @ApiProperty({ format: 'date-time' }) from!: string;
}

/** One value of a dimension. */
export class CallGroup {
  @ApiProperty({ type: String, nullable: true, description: 'As the filter of the same name takes it; null where a call has none.' })
  value!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of a tool: its server.' }) within!: string | null;
  @ApiProperty({ description: 'As shown to people.' }) label!: string;
  @ApiProperty({ type: 'integer' }) calls!: number;
  @ApiProperty({ type: 'integer', description: 'All but success.' }) failed!: number;
}

export class CallAnalytics extends CallHistogram {
  @ApiProperty({ type: 'integer' }) failed!: number;
  @ApiProperty({ type: LatencyShares }) latency!: LatencyShares;
  @ApiProperty({ type: [LatencyPoint], description: 'Percentiles of each bar.' }) latencies!: readonly LatencyPoint[];
  @ApiProperty({ type: [CallGroup] }) workspaces!: readonly CallGroup[];
  @ApiProperty({ type: [CallGroup] }) servers!: readonly CallGroup[];
  @ApiProperty({ type: [CallGroup] }) tools!: readonly CallGroup[];
  @ApiProperty({ type: [CallGroup] }) people!: readonly CallGroup[];
  @ApiProperty({ type: [CallGroup] }) tokens!: readonly CallGroup[];
  @ApiProperty({ type: [CallGroup] }) clients!: readonly CallGroup[];
  @ApiProperty({ type: [CallGroup] }) revisions!: readonly CallGroup[];
  @ApiProperty({ type: [CallGroup] }) byOutcome!: readonly CallGroup[];
}
