import {
  INSTALLATION_PERMISSIONS,
  ROLES,
  WORKSPACE_PERMISSIONS,
  type Permission,
  type Role,
  type WorkspacePermission,
} from '@mcpnest/shared/permissions';
import { ApiProperty } from '@nestjs/swagger';

/** A workspace as the caller sees it. */
export class MyWorkspace {
  @ApiProperty() id!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, enum: ROLES, nullable: true, description: 'Null for an operator who is not a member.' }) role!: Role | null;
  @ApiProperty({ enum: WORKSPACE_PERMISSIONS, isArray: true }) permissions!: readonly WorkspacePermission[];
}

/** Who the caller is and what they may do. */
export class Me {
  @ApiProperty() id!: string;
  @ApiProperty({ format: 'email' }) email!: string;
  @ApiProperty() name!: string;
  @ApiProperty() operator!: boolean;
  @ApiProperty({ enum: INSTALLATION_PERMISSIONS, isArray: true, description: 'What holds for the whole installation.' })
  permissions!: readonly Permission[];
  @ApiProperty({ type: [MyWorkspace] }) workspaces!: readonly MyWorkspace[];
  @ApiProperty({ enum: ['session', 'api-key'] }) authenticatedBy!: 'session' | 'api-key';
}
