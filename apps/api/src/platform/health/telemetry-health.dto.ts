import { ApiProperty } from '@nestjs/swagger';

/** What became of traces and metrics for the OpenTelemetry collector. */
export class TelemetryHealth {
  @ApiProperty({ type: 'integer', description: 'Spans that the collector took since the start.' })
  spansExported!: number;

  @ApiProperty({ type: 'integer', description: 'Spans given up, because it did not take them.' })
  spansFailed!: number;

  @ApiProperty({ type: 'integer', description: 'Spans never sent, because too many waited.' })
  spansDropped!: number;

  @ApiProperty({ type: 'integer', description: 'Sendings of metrics that it took.' })
  metricsExported!: number;

  @ApiProperty({ type: 'integer', description: 'Sendings of metrics that it did not take.' })
  metricsFailed!: number;
}
