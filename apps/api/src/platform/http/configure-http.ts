import type { NestExpressApplication } from '@nestjs/platform-express';
import type { HttpConfig } from '../../config/slices.js';
import { requestSummary } from '../observability/request-summary.js';
import { serveApiDocument } from './api-document.js';
import { API_PREFIX, UNPREFIXED } from './api-prefix.js';
import { consoleAssets } from './console-assets.js';
import { errorPage } from './error-page.js';
import { knownPlaces } from './known-places.js';
import { answerOauthLookalikes } from './oauth-lookalikes.js';
import { requestId } from './request-id.js';
import { screenRequest } from './screen-request.js';
import { securityHeaders } from './security-headers.js';
import { strictJsonBody } from './strict-json-body.js';

/** What the HTTP side needs besides the application, which must have been made with `bodyParser: false`. */
export interface HttpSetup {
  readonly config: HttpConfig;
  /** Absolute path of the built console. */
  readonly consoleFolder: string;
  /** Version of the product. */
  readonly version: string;
}

/** Puts everything before the routes, in the order of the lines below. To be called once, before `init`. */
export function configureHttp(app: NestExpressApplication, { config, consoleFolder, version }: HttpSetup): void {
  app.setGlobalPrefix(API_PREFIX, { exclude: UNPREFIXED });
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustProxy.length > 0 ? [...config.trustProxy] : false);
  app.use(requestId, requestSummary, securityHeaders(config), screenRequest, answerOauthLookalikes(config));
  app.use('/docs/errors', errorPage);
  serveApiDocument(app, version);
  app.use(consoleAssets(consoleFolder), knownPlaces, strictJsonBody);
}
