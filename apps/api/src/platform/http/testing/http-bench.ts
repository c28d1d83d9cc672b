import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@mcpnest/shared/errors';
import { SIGNED_IN_PERMISSIONS, ROLE_PERMISSIONS, type Permission, type Role } from '@mcpnest/shared/permissions';
import { HttpConfig } from '../../../config/slices.js';
import { personOf, type Actor } from '../../context/actor.js';
import { Authenticator } from '../authenticator.port.js';
import { configureHttp } from '../configure-http.js';
import { HttpModule } from '../http.module.js';
import { Permissions, type WorkspaceGrant } from '../permissions.port.js';

/** Persons of the bench: cookie `mcpnest=<name>` or `Bearer mna_<name>`. Roles are those in the one workspace `acme`. */
const ROLES: Readonly<Record<string, Role>> = { olga: 'owner', dora: 'developer' };

class BenchAuthenticator extends Authenticator {
  override authenticate({ headers }: IncomingMessage): ReturnType<Authenticator['authenticate']> {
    const [, key] = /^Bearer mna_(\w+)$/.exec(headers.authorization ?? '') ?? [];
    if (headers.authorization !== undefined && key === undefined) throw new DomainError('auth.api-key-not-valid');
    const [, cookie] = /(?:^|; )mcpnest=(\w+)/.exec(headers.cookie ?? '') ?? [];
    const name = key ?? cookie;
    if (name === undefined) return Promise.resolve(null);
    const actor: Actor = { kind: 'user', id: name, name, operator: name === 'root' };
    return Promise.resolve({ actor, by: key === undefined ? 'session' : 'api-key' });
  }
}

class BenchPermissions extends Permissions {
  override ofInstallation(actor: Actor): readonly Permission[] {
    return actor.kind === 'user' && actor.operator ? ['settings:write', ...SIGNED_IN_PERMISSIONS] : SIGNED_IN_PERMISSIONS;
  }

  override inWorkspace(actor: Actor, slug: string): Promise<WorkspaceGrant | null> {
    const role = ROLES[personOf(actor) ?? ''];
    return Promise.resolve(role && slug === 'acme' ? { workspaceId: 'ws_acme', slug, role, permissions: ROLE_PERMISSIONS[role] } : null);
  }

  override async acrossWorkspaces(actor: Actor): Promise<readonly WorkspaceGrant[]> {
    const grant = await this.inWorkspace(actor, 'acme');
    return grant ? [grant] : [];
  }
}

@Global()
@Module({})
class BenchPorts {
  static with(config: HttpConfig): DynamicModule {
    return {
      module: BenchPorts,
      providers: [
        { provide: HttpConfig, useValue: config },
        { provide: Authenticator, useClass: BenchAuthenticator },
        { provide: Permissions, useClass: BenchPermissions },
      ],
      exports: [HttpConfig, Authenticator, Permissions],
    };
  }
}

/** The HTTP side with controllers of the test's own, listening on a free port. */
export interface HttpBench {
  readonly app: NestExpressApplication;
  readonly url: string;
  /** `fetch` below the bench's address; a `body` that is no text is sent as JSON. */
  request(path: string, init?: Omit<RequestInit, 'body'> & { body?: unknown }): Promise<Response>;
  close(): Promise<void>;
}

export interface HttpBenchOptions {
  readonly publicUrl?: string;
  readonly trustProxy?: readonly string[];
  /** Whether a console has been built. */
  readonly console?: boolean;
}

export async function openHttpBench(controllers: Type[], options: HttpBenchOptions = {}): Promise<HttpBench> {
  @Module({ controllers })
  class BenchControllers {}
  const config: HttpConfig = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: options.publicUrl ?? 'http://gateway.example',
    trustProxy: options.trustProxy ?? [],
  };
  @Module({ imports: [BenchPorts.with(config), HttpModule, BenchControllers] })
  class BenchRoot {}
  const folder = options.console ? builtConsole() : join(tmpdir(), 'console-that-was-never-built');
  const app = await NestFactory.create<NestExpressApplication>(BenchRoot, { logger: false, bodyParser: false, abortOnError: false });
  configureHttp(app, { config, consoleFolder: folder, version: '0.0.0' });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  return {
    app,
    url,
    request: (path, { body, ...init } = {}) => {
      const isText = typeof body === 'string' || body === undefined || body instanceof Uint8Array;
      const headers = new Headers(init.headers);
      if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
      return fetch(`${url}${path}`, {
        redirect: 'manual',
        ...init,
        headers,
        ...(body === undefined ? {} : { body: (isText ? body : JSON.stringify(body)) as string }),
      });
    },
    close: () => app.close().finally(() => rmSync(folder, { recursive: true, force: true })),
  };
}

function builtConsole(): string {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Console</title>');
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'export {};');
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return folder;
}
