import { Column, Entity } from 'typeorm';
import { CredentialColumns } from './credential.entity.js';

/** A value of one workspace, or of one member there. */
@Entity('credential_overrides')
export class CredentialOverrideEntity extends CredentialColumns {
  @Column('text', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text', { name: 'user_id', nullable: true }) userId!: string | null;
}
