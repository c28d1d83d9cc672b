import { ApiProperty } from '@nestjs/swagger';
import { CallAnalytics } from '../analytics/analytics.dto.js';

export const ATTENTION_KINDS = ['server-failing', 'tokens-expiring', 'tokens-unused', 'records-dropped'] as const;

/** Something that somebody should look at. */
export class AttentionItem {
  @ApiProperty({ enum: ATTENTION_KINDS }) kind!: (typeof ATTENTION_KINDS)[number];
  @ApiProperty({ type: String, nullable: true, description: 'Slug of the workspace it is about, if it is about one.' })
  workspace!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Slug of the server that fails.' }) server!: string | null;
  @ApiProperty({ type: 'integer', description: 'Failed calls, tokens or records.' }) count!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Failed calls are counted from here.' })
  from!: string | null;
}

export class Overview {
  @ApiProperty({ type: CallAnalytics, description: 'The last 24 hours.' }) calls!: CallAnalytics;
  @ApiProperty({ type: 'integer', description: 'Clients that called in that time, by name.' }) activeClients!: number;
  @ApiProperty({ type: [AttentionItem] }) attention!: AttentionItem[];
}
