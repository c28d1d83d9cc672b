import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { HttpConfig } from '../../config/slices.js';

const HSTS = 'max-age=31536000';

/** Headers of every answer. Answers of the API are no documents, so their policy allows nothing at all. */
export function securityHeaders(config: HttpConfig): RequestHandler {
  const general = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  return (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    if (config.publicUrl.startsWith('https:')) response.setHeader('Strict-Transport-Security', HSTS);
    general(request, response, next);
  };
}

/** Widens the policy for the console's page (security 4.9) and answers the nonce for its run-time styles. */
export function allowConsole(response: Response): string {
  const nonce = randomBytes(18).toString('base64');
  setPolicy(
    response,
    `script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'`,
  );
  return nonce;
}

/** Widens the policy for the readable API document, whose program writes styles at run time. */
export function allowApiDocument(response: Response): void {
  setPolicy(
    response,
    "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'",
  );
}

/** Widens the policy for a plain page of our own with inline styles. */
export function allowPlainPage(response: Response): void {
  setPolicy(response, "style-src 'unsafe-inline'; form-action 'none'");
}

/** Widens the policy for a page of our own by one style sheet, known by its hash, and by nothing else. */
export function allowStyledPage(response: Response, styleHash: string): void {
  setPolicy(response, `style-src '${styleHash}'; form-action 'none'`);
}

function setPolicy(response: Response, sources: string): void {
  response.setHeader('Content-Security-Policy', `default-src 'none'; ${sources}; base-uri 'none'; frame-ancestors 'none'`);
}
