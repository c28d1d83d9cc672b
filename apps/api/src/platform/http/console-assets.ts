import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { isOauthLookalike } from './oauth-lookalikes.js';
import { allowConsole } from './security-headers.js';

/** Where index.html wants the nonce of its run-time styles. */
const NONCE_PLACE = /__CSP_NONCE__/g;
const NOT_BUILT = 'The console is not built. Run "npm run build", then load this page again.\n';

/** Paths that belong to the API and to probes: what is not found there is never answered with the console's page. */
const isServerPath = (path: string): boolean => /^\/(api|livez|readyz)(\/|$)/.test(path) || isOauthLookalike(path);

/**
 * Serves the built console: hashed files for ever, everything else afresh. Any other address of a GET is the console's own
 * (its router reads it) and gets `index.html`, unless it looks like a file.
 * @param folder absolute path of the build
 */
export function consoleAssets(folder: string): RequestHandler {
  const files = express.static(folder, { index: false, redirect: false, dotfiles: 'ignore', setHeaders: setCaching });
  const page = (request: Request, response: Response, next: NextFunction): void => {
    if (/(^\/assets\/|\.[^/]*$)/.test(request.path) && request.path !== '/index.html') return next();
    sendPage(join(folder, 'index.html'), response).catch(next);
  };
  return (request, response, next) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || isServerPath(request.path)) return next();
    if (request.path === '/index.html') return page(request, response, next);
    files(request, response, (fault?: unknown) => (fault === undefined ? page(request, response, next) : next(fault)));
  };
}

function setCaching(response: Response, path: string): void {
  const isHashed = /[\\/]assets[\\/]/.test(path);
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

async function sendPage(path: string, response: Response): Promise<void> {
  const template = await readFile(path, 'utf8').catch(() => null);
  if (template === null) {
    response.status(503).type('text/plain').send(NOT_BUILT);
    return;
  }
  const nonce = allowConsole(response);
  response.type('text/html').send(template.replace(NONCE_PLACE, nonce));
}
