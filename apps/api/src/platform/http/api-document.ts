import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { openApiDocument } from './openapi.js';
import { allowApiDocument } from './security-headers.js';

/** Serves the document at `/api/openapi.json` and a readable page at `/api/docs`, both made at the first request. */
export function serveApiDocument(app: NestExpressApplication, version: string): void {
  app.use('/api/docs', (_request: Request, response: Response, next: NextFunction) => {
    allowApiDocument(response);
    next();
  });
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app, version), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'API of MCPNest Gateway',
  });
}
