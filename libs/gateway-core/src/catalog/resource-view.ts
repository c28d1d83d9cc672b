import { OwnerIndex, type UriClaim } from '../resources/owner-index.js';
import { ExposureUris } from '../resources/uri-rewriter.js';
import { readViaUri } from '../resources/via-uri.js';
import type { ListKind, UpstreamItem, UpstreamList } from '../ports/upstream-connector.js';
import type { ExposureRoute, WorkspaceRoute } from '../routing/route-table.js';
import { checkedTools } from './checked-tools.js';
import { editDefinition } from './edit-definition.js';
import type { PublishedItem } from './published-item.js';

/** The lists that say where URIs lead; the one of tools names resources of user interfaces. */
export const RESOURCE_KINDS = ['resources', 'templates', 'tools'] as const satisfies readonly ListKind[];

/** Whose a resource is, and how its server calls it. */
export interface ResourceOwner {
  readonly exposure: ExposureRoute;
  /** The server's own URI or URI template. */
  readonly uri: string;
  /** Present where the server's URIs may be published in another form. */
  readonly uris: ExposureUris | undefined;
}

type ListsOf = (exposure: ExposureRoute, kind: ListKind) => UpstreamList | undefined;

/** The merged resources of one workspace, and where each URI leads: immutable, compiled from one state of the lists. */
export class ResourceView {
  /** In operator order, then in the upstream's own. */
  readonly resources: readonly PublishedItem[];
  readonly templates: readonly PublishedItem[];
  /** How the resources of user interfaces are published: as long as it stays the same, so do the tools that name them. */
  readonly uiFingerprint: string;
  private readonly index: OwnerIndex;
  /** By exposure id: a request may hold an exposure of a former table. */
  private readonly uris = new Map<string, ExposureUris>();
  /** Exposures that may have resources: all but those whose servers were heard to say that they have none. */
  private readonly offering: readonly ExposureRoute[];

  constructor(
    private readonly workspace: WorkspaceRoute,
    private readonly listsOf: ListsOf,
  ) {
    const { exposures } = workspace;
    const claims = exposures.flatMap((exposure) => this.claimsOf(exposure));
    this.index = new OwnerIndex(claims);
    const claimants = new Set(claims.map(({ exposure }) => exposure));
    this.offering = exposures.filter((exposure) => claimants.has(exposure) || this.mayOfferResources(exposure));
    for (const exposure of exposures) {
      if (this.offering.some((other) => other !== exposure)) this.uris.set(exposure.exposureId, new ExposureUris(exposure, this.index));
    }
    this.uiFingerprint = JSON.stringify(
      exposures.map((exposure) => this.uiUrisOf(exposure).map((uri) => this.uris.get(exposure.exposureId)?.published(uri) ?? uri)),
    );
    this.resources = this.publish('resources', 'uri');
    this.templates = this.publish('templates', 'uriTemplate');
  }

  /** What rewrites an exposure's URIs; none where no other server of the workspace could lay claim to one. */
  urisOf(exposure: ExposureRoute): ExposureUris | undefined {
    return this.uris.get(exposure.exposureId);
  }

  /** Where a published URI leads: to the server it names, that lists it or a tool of which shows it, or whose template it fits. */
  ownerOf(published: string): ResourceOwner | undefined {
    const [first, ...others] = this.workspace.exposures;
    const plain = this.index.exposureOf(published);
    // Where there is one server, nothing that it lists is published in another form.
    const via = plain && plain === first && others.length === 0 ? undefined : this.viaOwnerOf(published);
    return via ?? (plain && this.owner(plain, published));
  }

  /** Whose a published URI template is. */
  ownerOfTemplate(published: string): ResourceOwner | undefined {
    const plain = this.index.exposureOfTemplate(published);
    return plain ? this.owner(plain, published) : this.viaOwnerOf(published);
  }

  /** The only server that can have resources at all: it may know URIs that it lists nowhere. */
  soleOwnerOf(published: string): ResourceOwner | undefined {
    const [sole, ...others] = this.offering;
    return sole && others.length === 0 ? this.owner(sole, published) : undefined;
  }

  owner(exposure: ExposureRoute, uri: string): ResourceOwner {
    return { exposure, uri, uris: this.uris.get(exposure.exposureId) };
  }

  private viaOwnerOf(published: string): ResourceOwner | undefined {
    const via = readViaUri(published);
    const exposure = via && this.offering.find(({ target }) => target.serverSlug === via.serverSlug);
    return exposure && via.uri !== '' ? this.owner(exposure, via.uri) : undefined;
  }

  private claimsOf(exposure: ExposureRoute): UriClaim[] {
    const claims: UriClaim[] = [];
    const claim = (uri: string, isTemplate: boolean): number => claims.push({ exposure, uri, isTemplate });
    for (const { key } of this.listsOf(exposure, 'resources')?.items ?? []) claim(key, false);
    for (const { key } of this.listsOf(exposure, 'templates')?.items ?? []) claim(key, true);
    for (const uri of this.uiUrisOf(exposure)) claim(uri, false);
    return claims;
  }

  /** Resources of user interfaces need not be listed: the tool that names one leads to it (MCP Apps). */
  private uiUrisOf(exposure: ExposureRoute): string[] {
    const tools = this.listsOf(exposure, 'tools');
    return (tools ? checkedTools(tools) : []).flatMap(({ checked }) => (checked.ok ? checked.uiUris : []));
  }

  private mayOfferResources(exposure: ExposureRoute): boolean {
    const lists = RESOURCE_KINDS.flatMap((kind) => this.listsOf(exposure, kind) ?? []);
    return lists.length === 0 || lists.some(({ facts }) => facts.capabilities['resources'] !== undefined);
  }

  private publish(kind: 'resources' | 'templates', member: 'uri' | 'uriTemplate'): PublishedItem[] {
    return this.workspace.exposures.flatMap((exposure) => {
      const uris = this.uris.get(exposure.exposureId);
      return (this.listsOf(exposure, kind)?.items ?? []).map(({ key, text }): PublishedItem => {
        const published = !uris ? key : kind === 'templates' ? uris.publishedTemplate(key) : uris.published(key);
        const set: [string, string][] = published === key ? [] : [[member, JSON.stringify(published)]];
        if (!isNamed({ key, text })) set.push(['name', JSON.stringify(published)]);
        return { exposure, upstreamName: key, publishedName: published, text: set.length === 0 ? text : editDefinition(text, { set }) };
      });
    });
  }
}

/** Strict clients refuse a whole list for one resource without a name. */
const isNamed = ({ text }: UpstreamItem): boolean => typeof (JSON.parse(text) as { name?: unknown }).name === 'string';
