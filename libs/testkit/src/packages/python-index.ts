import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';

const JSON_FORM = 'application/vnd.pypi.simple.v1+json';

/** What a file of an index is made of. */
export interface MadeWheel {
  readonly name: string;
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
  readonly requires?: readonly string[];
  /** Programs by name, `module:function`. */
  readonly programs?: Readonly<Record<string, string>>;
}

/** A package index on loopback with wheels of its own making, in both forms of the simple API (PEP 503 and 691). */
export interface PythonIndex {
  readonly url: string;
  /** What pip needs to know of it, and of nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  /** Paths that were asked for. */
  readonly asked: string[];
  /** Puts a file there; one of the same name is replaced. Returns the SHA-256 that is announced. */
  add(project: string, file: string, content: Buffer): string;
  wheel(made: MadeWheel): string;
  /** Takes all files of a project away. */
  remove(project: string): void;
  close(): Promise<void>;
}

export async function openPythonIndex(): Promise<PythonIndex> {
  const projects = new Map<string, Map<string, Buffer>>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(projects, request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const add: PythonIndex['add'] = (project, file, content) => {
    projects.set(project, (projects.get(project) ?? new Map<string, Buffer>()).set(file, content));
    return sha256(content);
  };
  return {
    url,
    environment: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', PIP_CONFIG_FILE: '/dev/null', PIP_INDEX_URL: `${url}/simple` },
    asked,
    add,
    wheel: (made) => add(made.name, `${made.name.replaceAll('-', '_')}-${made.version}-py3-none-any.whl`, wheelOf(made)),
    remove: (project) => void projects.delete(project),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

function answer(projects: ReadonlyMap<string, ReadonlyMap<string, Buffer>>, request: IncomingMessage, response: ServerResponse): void {
  const [, place, project = '', file = ''] = (request.url ?? '').split('/');
  const files = projects.get(project);
  if (!files || (place === 'files' && !files.has(file))) return void response.writeHead(404).end();
  if (place === 'files') return void response.end(files.get(file));
  const listed = [...files].map(([name, content]) => ({ name, href: `/files/${project}/${name}`, hash: sha256(content) }));
  if (request.headers.accept?.includes(JSON_FORM)) {
    const items = listed.map(({ name, href, hash }) => ({ filename: name, url: href, hashes: { sha256: hash } }));
    response.writeHead(200, { 'content-type': JSON_FORM });
    return void response.end(JSON.stringify({ meta: { 'api-version': '1.0' }, name: project, files: items }));
  }
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(listed.map(({ name, href, hash }) => `<a href="${href}#sha256=${hash}">${name}</a>`).join('\n'));
}

/** A wheel of plain Python (packaging.python.org, binary distribution format). */
function wheelOf({ name, version, files, requires = [], programs = {} }: MadeWheel): Buffer {
  const info = `${name.replaceAll('-', '_')}-${version}.dist-info`;
  const scripts = Object.entries(programs).map(([program, call]) => `${program} = ${call}\n`);
  const all: Record<string, string> = {
    ...files,
    [`${info}/METADATA`]: [
      'Metadata-Version: 2.1',
      `Name: ${name}`,
      `Version: ${version}`,
      ...requires.map((one) => `Requires-Dist: ${one}`),
      '',
    ].join('\n'),
    [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${info}/entry_points.txt`]: `[console_scripts]\n${scripts.join('')}`,
  };
  all[`${info}/RECORD`] = [...Object.keys(all), `${info}/RECORD`].map((path) => `${path},,\n`).join('');
  return zipOf(all);
}

/** A ZIP file without compression. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [Buffer.from(path), Buffer.from(text)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04'), head, name, content);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, name);
    offset += 4 + head.length + name.length + content.length;
  }
  const listing = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, listing, Buffer.from('PK\x05\x06'), end]);
}
