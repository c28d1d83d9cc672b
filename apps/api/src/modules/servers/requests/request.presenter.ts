import { presentTransport } from '../versions/version.presenter.js';
import type { RequestOnDesk } from '../request-access/request-desk.service.js';
import type { RequestView } from './request-list.read-model.js';
import type { RequestDecision, RequestPerson, ServerRequestView } from './request-view.dto.js';

const person = (userId: string | null, name: string | null): RequestPerson | null =>
  userId === null ? null : { userId, name: name ?? userId };

function decisionOf({ decidedById, decidedByName, decidedAt, decisionNote }: RequestView): RequestDecision | null {
  const by = person(decidedById, decidedByName);
  return by && decidedAt ? { at: decidedAt.toISOString(), by, note: decisionNote } : null;
}

export function presentRequest({ view, rights, mayApprove }: RequestOnDesk): ServerRequestView {
  const isOpen = view.state === 'open';
  const { id, kind, state, serverVersion, name, slug, description, toolPrefix, reason, revision } = view;
  return {
    id,
    kind,
    state,
    workspace: { id: view.workspaceId, slug: view.workspaceSlug, name: view.workspaceName },
    server: view.serverId !== null && view.serverSlug !== null ? { id: view.serverId, slug: view.serverSlug, name } : null,
    version: serverVersion,
    name,
    slug,
    description,
    transport: view.transport && presentTransport(view.transport),
    toolPrefix,
    credentials: view.secrets.map((secret) => ({ name: secret.name, last4: secret.last4 })),
    reason,
    requestedBy: { userId: view.requestedById, name: view.requestedByName },
    assignee: person(view.assigneeId, view.assigneeName),
    comments: view.comments.map(({ at, byId, byName, text }) => ({ at, by: { userId: byId, name: byName }, text })),
    decision: decisionOf(view),
    createdAt: view.createdAt.toISOString(),
    etag: revision,
    mayDecide: isOpen && rights.decide,
    mayApprove: isOpen && mayApprove,
    mayWithdraw: isOpen && rights.isOwn,
  };
}
