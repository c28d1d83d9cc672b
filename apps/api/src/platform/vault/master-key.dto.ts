import { ApiProperty } from '@nestjs/swagger';

/** A master key, and how much it wraps. */
export class WrappingMasterKey {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Names the master key, and tells nothing of it. Null: wrapped before keys had names.',
  })
  masterId!: string | null;

  @ApiProperty({ enum: ['in-force', 'former', 'unknown'], description: '`unknown`: neither of the keys that are given has this name.' })
  place!: 'in-force' | 'former' | 'unknown';

  @ApiProperty({ type: 'integer', description: 'Data keys that it wraps.' })
  keys!: number;
}

export class MasterKeyView {
  @ApiProperty({ description: 'Names the master key in force.' }) id!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Names the key of MCPNEST_FORMER_MASTER_KEY, where one is given.' })
  formerId!: string | null;
  @ApiProperty({ type: 'integer', description: 'Data keys, one for each owner of secrets.' }) dataKeys!: number;
  @ApiProperty({ type: 'integer', description: 'Of those, how many are still to be wrapped by the key in force.' }) waiting!: number;
  @ApiProperty({ enum: ['none', 'needed', 'not-needed'], description: '`not-needed`: MCPNEST_FORMER_MASTER_KEY can be taken away.' })
  former!: 'none' | 'needed' | 'not-needed';
  @ApiProperty({ type: [WrappingMasterKey], description: 'The one in force first.' }) masterKeys!: readonly WrappingMasterKey[];
}
