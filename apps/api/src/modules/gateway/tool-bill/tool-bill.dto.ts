import { ApiProperty } from '@nestjs/swagger';

export class BilledTool {
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ description: "The server's slug." }) server!: string;
  @ApiProperty({ description: "The server's own name for it." }) tool!: string;
  @ApiProperty({ description: 'Whether clients see it, and so pay for it.' }) published!: boolean;
  @ApiProperty({ type: 'integer', description: 'Of the definition in a list, in UTF-8.' }) bytes!: number;
  @ApiProperty({ type: 'integer', description: 'An estimate: a quarter of the bytes.' }) tokens!: number;
  @ApiProperty({ type: 'integer', description: 'In the last 30 days.' }) calls!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: not in the last 30 days.' }) lastCalledAt!:
    string | null;
  @ApiProperty({ description: 'Published, and not called in the last 30 days.' }) unused!: boolean;
}

export class BilledServer {
  @ApiProperty({ description: "The server's slug." }) server!: string;
  @ApiProperty({ type: 'integer', description: 'Published tools.' }) tools!: number;
  @ApiProperty({ type: 'integer' }) bytes!: number;
  @ApiProperty({ type: 'integer' }) tokens!: number;
  @ApiProperty({ type: 'integer' }) calls!: number;
  @ApiProperty({ type: 'integer' }) unused!: number;
  @ApiProperty({ format: 'date-time', description: 'When the workspace began to show it.' }) exposedAt!: string;
}

export class ToolBill {
  @ApiProperty({ format: 'date-time', description: 'Calls are counted from here.' }) since!: string;
  @ApiProperty({ type: 'integer', description: 'What one client reads to list all published tools.' }) bytes!: number;
  @ApiProperty({ type: 'integer' }) tokens!: number;
  @ApiProperty({ type: [BilledServer], description: 'The dearest first.' }) servers!: BilledServer[];
  @ApiProperty({ type: [BilledTool], description: 'The dearest first.' }) tools!: BilledTool[];
}
