import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A package for npm: its `package.json`, and its files by path. */
export interface MadePackage {
  readonly manifest: { readonly name: string; readonly version: string } & Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, string>>;
}

/** A registry of npm on loopback, with packages of its own making, one version of each. */
export interface NpmRegistry {
  /** What npm needs to know of it, and of nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function openNpmRegistry(packages: readonly MadePackage[]): Promise<NpmRegistry> {
  const tarballs = new Map(packages.map((one) => [one.manifest.name, { ...one, content: tarballOf(one) }]));
  const server = createServer((request, response) => {
    const [, name = '', file] = decodeURIComponent(request.url ?? '').split('/');
    const found = tarballs.get(name);
    if (!found) return void response.writeHead(404).end('{}');
    if (file !== undefined) return void response.end(found.content);
    const { manifest, content } = found;
    const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
    const dist = { tarball: `http://${request.headers.host}/${name}/${name}.tgz`, integrity };
    const document = {
      name,
      'dist-tags': { latest: manifest.version },
      versions: { [manifest.version]: { ...manifest, dist, hasInstallScript: true } },
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    environment: {
      PATH: process.env['PATH'] ?? '',
      HOME: '/nonexistent',
      npm_config_registry: registry,
      npm_config_userconfig: '/dev/null',
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function tarballOf({ manifest, files }: MadePackage): Buffer {
  const place = mkdtempSync(join(tmpdir(), 'mcpnest-tarball-'));
  try {
    for (const [path, text] of Object.entries({ ...files, 'package.json': JSON.stringify(manifest) })) {
      const file = join(place, 'package', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return execFileSync('tar', ['-czf', '-', '-C', place, 'package']);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
