import { LimitRuleEntity } from './limits/limit-rule.entity.js';
import { MemberEntity } from './members/member.entity.js';
import { WorkspaceEntity } from './workspaces/workspace.entity.js';

/** The tables of this room, for the composition root's list. */
export const WORKSPACES_ENTITIES = [WorkspaceEntity, MemberEntity, LimitRuleEntity] as const;
