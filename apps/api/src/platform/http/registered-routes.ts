import { RequestMethod, type Type } from '@nestjs/common';
import { GUARDS_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, Reflector, type ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from './access.js';

/** One handler that answers HTTP requests. */
export interface RegisteredRoute {
  /** Class and method, for messages. */
  readonly handler: string;
  readonly method: string;
  /** As declared, without the global prefix. */
  readonly path: string;
  readonly access: Access | undefined;
  /** Whether the class or method declares guards of its own. */
  readonly hasOwnGuard: boolean;
}

type Handler = (...args: never[]) => unknown;

/** All handlers of all controllers, and the providers whose methods declare an access rule (the gateway's handler is one). */
export function registeredRoutes(modules: ModulesContainer): RegisteredRoute[] {
  const reflector = new Reflector();
  const routes: RegisteredRoute[] = [];
  for (const module of modules.values()) {
    for (const { metatype } of module.controllers.values()) routes.push(...routesOf(metatype as Type, reflector, true));
    for (const { metatype } of module.providers.values()) {
      if (typeof metatype === 'function' && metatype.prototype) routes.push(...routesOf(metatype as Type, reflector, false));
    }
  }
  return routes;
}

function routesOf(metatype: Type, reflector: Reflector, isController: boolean): RegisteredRoute[] {
  const prototype = metatype.prototype as Record<string, Handler>;
  const routes: RegisteredRoute[] = [];
  for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
    const handler = prototype[name];
    if (!handler) continue;
    const path = reflector.get<string | string[] | undefined>(PATH_METADATA, handler);
    const access = reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, metatype]);
    const isRoute = isController ? path !== undefined : reflector.get(ACCESS, handler) !== undefined;
    if (!isRoute) continue;
    const prefix = reflector.get<string | string[] | undefined>(PATH_METADATA, metatype);
    routes.push({
      handler: `${metatype.name}.${name}`,
      method: RequestMethod[reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler) ?? RequestMethod.ALL],
      path: joinPath(prefix, path),
      access,
      hasOwnGuard: (reflector.getAllAndMerge<unknown[]>(GUARDS_METADATA, [handler, metatype]) ?? []).length > 0,
    });
  }
  return routes;
}

const joinPath = (...parts: (string | string[] | undefined)[]): string =>
  `/${parts
    .flat()
    .map((part) => (part ?? '').replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`;

/** Routes that nobody may reach because they say nothing about access, or that rely on a guard they lack. */
export const unguardedRoutes = (routes: readonly RegisteredRoute[]): RegisteredRoute[] =>
  routes.filter(({ access, hasOwnGuard }) => access === undefined || (access.kind === 'gateway-token' && !hasOwnGuard));

/** @throws Error that names every route without an access rule, so that the process does not start with one. */
export function assertRoutesGuarded(modules: ModulesContainer): void {
  const open = unguardedRoutes(registeredRoutes(modules));
  if (open.length === 0) return;
  const names = open.map(({ handler, method, path }) => `${method} ${path} (${handler})`).join(', ');
  throw new Error(
    `These routes lack @Public, @SignedIn, @RequirePermission, @RequireInstallationPermission or a guard of their own: ${names}`,
  );
}
