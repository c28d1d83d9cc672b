import type { UpstreamConnector } from '../ports/upstream-connector.js';
import type { ServedVersion } from './route-table.js';

/** Knows the connections that persons have of their own, so that those which no route table names any more can end. */
export class PersonalTargets {
  private keys: ReadonlySet<string> = new Set();

  constructor(private readonly connector: Pick<UpstreamConnector, 'release'>) {}

  retain(served: Iterable<ServedVersion>): void {
    const keys = new Set([...served].flatMap(({ personal }) => [...(personal?.values() ?? [])].map(({ key }) => key)));
    for (const key of this.keys) if (!keys.has(key)) this.connector.release(key);
    this.keys = keys;
  }
}
