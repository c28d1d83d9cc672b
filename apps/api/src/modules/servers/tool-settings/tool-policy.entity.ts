import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether tools that nobody decided about yet are shown; an exposure without a row shows them. */
@Entity('exposure_tool_policies')
export class ToolPolicyEntity {
  @PrimaryColumn('text', { name: 'exposure_id' }) exposureId!: string;
  @Column('text', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text', { name: 'new_tools' }) newTools!: 'on' | 'off';
}
