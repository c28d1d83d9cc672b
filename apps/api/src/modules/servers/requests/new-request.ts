import { DomainError, type FieldError } from '@mcpnest/shared/errors';
import type { CredentialValues } from '../credentials/credential-values.js';
import type { TransportDto } from '../transports/transport.dto.js';
import type { RequestKind } from './server-request.js';

/** What somebody asks for, each member's shape checked. */
export interface NewRequest {
  readonly kind: RequestKind;
  readonly reason: string;
  /** Slug or id of a server of the catalogue. */
  readonly server?: string;
  readonly version?: number;
  readonly name?: string;
  readonly slug?: string;
  readonly description?: string | null;
  readonly transport?: TransportDto;
  readonly credentials?: CredentialValues;
  readonly toolPrefix?: string | null;
}

/** Members that each kind must have, then those it may have besides. */
const MEMBERS: Readonly<Record<RequestKind, { must: readonly (keyof NewRequest)[]; may: readonly (keyof NewRequest)[] }>> = {
  server: { must: ['name', 'transport'], may: ['slug', 'description', 'credentials', 'toolPrefix'] },
  version: { must: ['server', 'transport'], may: ['credentials', 'toolPrefix'] },
  exposure: { must: ['server'], may: ['version', 'toolPrefix'] },
};
const ALL = ['server', 'version', 'name', 'slug', 'description', 'transport', 'credentials', 'toolPrefix'] as const;

/** @throws DomainError `platform.invalid-request` with each member that is missing or does not belong to the kind */
export function assertFits(request: NewRequest): void {
  const { must, may } = MEMBERS[request.kind];
  const errors: FieldError[] = [];
  for (const member of ALL) {
    const given = request[member] !== undefined;
    if (must.includes(member) && !given) errors.push({ pointer: `/${member}`, detail: `A request of the kind ${request.kind} needs it.` });
    if (given && !must.includes(member) && !may.includes(member))
      errors.push({ pointer: `/${member}`, detail: `A request of the kind ${request.kind} does not take it.` });
  }
  if (errors.length > 0) throw new DomainError('platform.invalid-request', { detail: 'Correct the request; see errors.', errors });
}
