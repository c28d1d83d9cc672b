import { ApiProperty } from '@nestjs/swagger';
import { VERSION_STATES, type VersionState } from '../versions/version-states.js';
import { DEFINITION_KINDS, type DefinitionKind } from './definition-diff.js';
import { TRANSPORT_FIELDS } from './transport-diff.js';

const CHANGES = ['added', 'removed', 'changed'] as const;

export class ComparedVersion {
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ enum: VERSION_STATES }) state!: VersionState;
  @ApiProperty({ description: 'False until the server answered for the first time: its definitions are not known then.' })
  listed!: boolean;
}

export class TransportDifference {
  @ApiProperty({ enum: TRANSPORT_FIELDS }) field!: (typeof TRANSPORT_FIELDS)[number];
  @ApiProperty({ type: String, nullable: true, description: 'Name of the header.' }) name!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'A secret header reads "(secret)".' }) from!: string | null;
  @ApiProperty({ type: String, nullable: true }) to!: string | null;
}

export class CredentialSlotDifference {
  @ApiProperty({ type: [String] }) gained!: string[];
  @ApiProperty({ type: [String] }) lost!: string[];
  @ApiProperty({ type: [String], description: 'Slots of the second version without a value for its address.' }) unset!: string[];
}

export class DefinitionText {
  @ApiProperty({ description: 'SHA-256, hexadecimal.' }) hash!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The definition as the server wrote it: untrusted. Null where the answer would grow beyond 8 MiB.',
  })
  text!: string | null;
}

export class DefinitionDifference {
  @ApiProperty({ enum: DEFINITION_KINDS }) kind!: DefinitionKind;
  @ApiProperty({ description: 'Name or URI template; empty for instructions.' }) key!: string;
  @ApiProperty({ enum: CHANGES }) change!: (typeof CHANGES)[number];
  @ApiProperty({ type: DefinitionText, nullable: true }) from!: DefinitionText | null;
  @ApiProperty({ type: DefinitionText, nullable: true }) to!: DefinitionText | null;
}

export class VersionDiff {
  @ApiProperty({ type: ComparedVersion }) from!: ComparedVersion;
  @ApiProperty({ type: ComparedVersion }) to!: ComparedVersion;
  @ApiProperty({ type: [TransportDifference] }) transport!: TransportDifference[];
  @ApiProperty({ type: CredentialSlotDifference }) credentials!: CredentialSlotDifference;
  @ApiProperty({ type: [DefinitionDifference] }) definitions!: DefinitionDifference[];
  @ApiProperty({ type: 'integer', description: 'How many definitions are the same in both.' }) unchanged!: number;
}
