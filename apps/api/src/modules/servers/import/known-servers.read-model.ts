import { Injectable } from '@nestjs/common';
import { withoutVersion } from '@mcpnest/mcp-upstream';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { ImportEntry } from '../import-reading/import-entry.js';

/** A server of the catalogue that an entry seems to be. */
export interface KnownServer {
  readonly slug: string;
  readonly name: string;
  readonly by: 'address' | 'name';
}

interface Row {
  readonly slug: string;
  readonly name: string;
  readonly key: string;
}

/** Which entries of a document the catalogue has already, and which slugs are taken. */
@Injectable()
export class KnownServersReadModel {
  constructor(private readonly tx: Tx) {}

  /** For each entry the servers at its address or of its package, or made from a document of its name. */
  async of(ctx: Ctx, entries: readonly ImportEntry[]): Promise<readonly (readonly KnownServer[])[]> {
    const addresses = entries.map((entry) => addressOf(entry));
    const names = entries.map((entry) => entry.registryName);
    const manager = this.tx.manager(ctx);
    const atAddress: Row[] = await manager.query(
      `SELECT DISTINCT server.slug, server.name, version.transport ->> 'url' AS key
         FROM server_versions version JOIN servers server ON server.id = version.server_id
        WHERE version.transport ->> 'url' = ANY ($1)
        UNION
       SELECT server.slug, server.name, regexp_replace(version.transport ->> 'package', '(==|@)[^@/]*$', '')
         FROM server_versions version JOIN servers server ON server.id = version.server_id
        WHERE regexp_replace(version.transport ->> 'package', '(==|@)[^@/]*$', '') = ANY ($1)`,
      [addresses.filter((address) => address !== null)],
    );
    const ofName: Row[] = await manager.query(
      `SELECT server.slug, server.name, server.source ->> 'name' AS key FROM servers server WHERE server.source ->> 'name' = ANY ($1)`,
      [names.filter((name) => name !== null)],
    );
    // Several entries of one document share its name: then the name says nothing about a single one.
    const shared = new Set(names.filter((name, index) => name !== null && names.indexOf(name) !== index));
    const [byAddress, byName] = [groupOf(atAddress), groupOf(ofName)];
    return entries.map((_, index) => {
      const address = (byAddress.get(addresses[index] ?? '') ?? []).map(({ slug, name }) => ({ slug, name, by: 'address' as const }));
      const name = names[index];
      const rest =
        name && !shared.has(name) ? (byName.get(name) ?? []).filter(({ slug }) => address.every((one) => one.slug !== slug)) : [];
      return [...address, ...rest.map((row) => ({ slug: row.slug, name: row.name, by: 'name' as const }))];
    });
  }

  async takenSlugs(ctx: Ctx): Promise<ReadonlySet<string>> {
    const rows: { slug: string }[] = await this.tx.manager(ctx).query('SELECT slug FROM servers');
    return new Set(rows.map(({ slug }) => slug));
  }
}

/** The address in the form it is stored in, or the package without its version; null where it depends on inputs. */
function addressOf({ transport, local }: ImportEntry): string | null {
  // Entries that were kept before programs were read have no such member.
  if (local?.package) return withoutVersion(local.package);
  if (!transport || transport.url.includes('{') || !URL.canParse(transport.url)) return null;
  return new URL(transport.url).href;
}

function groupOf(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return groups;
}
