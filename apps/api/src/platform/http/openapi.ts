import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { ErrorCode } from '@mcpnest/shared/errors';
import { groupByStatus, problemResponse } from './api-problems.js';
import { API_PREFIX } from './api-prefix.js';
import { GATEWAY_PATHS, SLUG_PARAMETER } from './gateway-paths.js';
import { nameUnions } from './name-unions.js';
import { Problem } from './problem.dto.js';
import { registeredRoutes, type RegisteredRoute } from './registered-routes.js';

type Operation = {
  operationId?: string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, unknown>;
  security?: Record<string, string[]>[];
};

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The OpenAPI 3.1 document of the application: sorted, the same on every run, with the gateway's route named explicitly. */
export function openApiDocument(app: INestApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('MCPNest Gateway')
    .setDescription(
      'The administrative API under /api/v1, and the gateway endpoint. Errors are RFC 9457 problem documents with a stable code.',
    )
    .setVersion(version)
    .addCookieAuth('mcpnest', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key (mna_…).' }, 'apiKey')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A gateway token (mng_…).' }, 'gatewayToken')
    .build();
  const document = SwaggerModule.createDocument(app, config, { extraModels: [Problem], autoTagControllers: false });
  const access = new Map(registeredRoutes(app.get(ModulesContainer)).map((route) => [routeKey(route), route]));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation) complete(operation, { path, method, route: access.get(`${method} ${withoutPrefix(path)}`) });
    }
  }
  return sorted(nameUnions({ ...document, paths: { ...document.paths, ...GATEWAY_PATHS } })) as OpenAPIObject;
}

/** Adds who may call it, and the errors that the platform answers before the route is reached. */
function complete(
  operation: Operation,
  { path, method, route }: { path: string; method: string; route: RegisteredRoute | undefined },
): void {
  if (!operation.operationId?.includes('_'))
    throw new Error(`${method.toUpperCase()} ${path} needs an operationId of the form room_verbNoun`);
  addPathParameters(operation, path);
  const isPublic = route?.access?.kind === 'public';
  operation.security = isPublic ? [] : [{ session: [] }, { apiKey: [] }];
  for (const [status, codes] of groupByStatus(platformCodes(route, method))) addProblems(operation, status, codes);
}

/** Names what stands in the path although no handler takes it: the guard reads the workspace's slug. */
function addPathParameters(operation: Operation, path: string): void {
  const parameters = (operation.parameters ??= []);
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    if (parameters.some((parameter) => parameter.in === 'path' && parameter.name === name)) continue;
    parameters.unshift(name === 'slug' ? SLUG_PARAMETER : { ...SLUG_PARAMETER, name, schema: { type: 'string' } });
  }
}

function addProblems({ responses }: Operation, status: number, codes: readonly ErrorCode[]): void {
  const declared = responses[status] as { description?: string } | undefined;
  const missing = codes.filter((code) => !declared?.description?.includes(`\`${code}\``));
  const added = problemResponse(missing);
  if (!declared) responses[status] = added;
  else if (missing.length > 0) declared.description = `${declared.description ?? ''} ${added.description}`.trim();
}

function platformCodes(route: RegisteredRoute | undefined, method: string): ErrorCode[] {
  const codes: ErrorCode[] = ['platform.invalid-request', 'platform.rate-limited', 'platform.internal', 'platform.unavailable'];
  if (route?.access?.kind !== 'public') codes.push('auth.not-signed-in', 'auth.api-key-not-valid');
  if (route?.access?.kind === 'workspace') codes.push('workspaces.not-found');
  if (route?.access?.kind === 'workspace' || route?.access?.kind === 'installation') codes.push('auth.forbidden');
  if (method !== 'get')
    codes.push('platform.malformed-json', 'platform.cross-site', 'platform.body-too-large', 'platform.unsupported-media-type');
  return codes;
}

const withoutPrefix = (path: string): string => (path.startsWith(`/${API_PREFIX}/`) ? path.slice(API_PREFIX.length + 1) : path);
const routeKey = ({ method, path }: RegisteredRoute): string => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`;

/** The same value with the keys of all objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
}
