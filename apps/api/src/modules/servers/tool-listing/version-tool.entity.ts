import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The place of a tool in a Version's listing, in the upstream's own order. */
@Entity('server_version_tools')
export class VersionToolEntity {
  @PrimaryColumn('text', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text', { name: 'tool_name' }) toolName!: string;
  @Column('text', { name: 'definition_hash' }) definitionHash!: string;
}
