import type { ExposureRoute } from '../routing/route-table.js';
import { UriTemplate } from './uri-template.js';

/** A URI or URI template that a server offers. */
export interface UriClaim {
  readonly exposure: ExposureRoute;
  /** The server's own. */
  readonly uri: string;
  readonly isTemplate: boolean;
}

/** Templates of one exposure that URIs are held against; whoever offers more is found by those and by exact URIs. */
const TEMPLATES_PER_EXPOSURE_MAX = 200;

interface TemplateClaim {
  readonly exposure: ExposureRoute;
  readonly template: UriTemplate;
}

/**
 * Which server a plain URI leads to: the one that offers exactly it, else the one whose template says most about it. Of
 * several that offer the same, the one exposed first, so that a server that joins takes nothing away.
 */
export class OwnerIndex {
  private readonly exact = new Map<string, ExposureRoute>();
  private readonly templateTexts = new Map<string, ExposureRoute>();
  private readonly templates: readonly TemplateClaim[];

  constructor(claims: readonly UriClaim[]) {
    const templates: TemplateClaim[] = [];
    const counts = new Map<ExposureRoute, number>();
    for (const { exposure, uri, isTemplate } of [...claims].sort(bySeniority)) {
      const offered = isTemplate ? this.templateTexts : this.exact;
      if (offered.has(uri)) continue;
      offered.set(uri, exposure);
      const count = counts.get(exposure) ?? 0;
      const template = isTemplate && count < TEMPLATES_PER_EXPOSURE_MAX ? UriTemplate.parse(uri) : undefined;
      if (!template) continue;
      counts.set(exposure, count + 1);
      templates.push({ exposure, template });
    }
    this.templates = templates.sort((a, b) => b.template.literalLength - a.template.literalLength);
  }

  /** Where a URI leads, or undefined where no server offers it. */
  exposureOf(uri: string): ExposureRoute | undefined {
    return this.exact.get(uri) ?? this.templates.find(({ template }) => template.matches(uri))?.exposure;
  }

  /** Whose a template is, by its text. */
  exposureOfTemplate(text: string): ExposureRoute | undefined {
    return this.templateTexts.get(text);
  }
}

function bySeniority({ exposure: a }: UriClaim, { exposure: b }: UriClaim): number {
  return a.createdAt - b.createdAt || (a.target.serverSlug < b.target.serverSlug ? -1 : Number(a.target.serverSlug > b.target.serverSlug));
}
