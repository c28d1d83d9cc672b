import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { VaultConfig } from '../../../config/slices.js';
import { Draining } from '../../../platform/context/draining.js';
import { CLIENT_HEADER, HOP_HEADER, HopProof, type HandedOn } from './hop-proof.js';
import { ReplicaRegistry } from './replica-registry.js';

/** A replica stands in the same network: one that takes longer is gone. */
const CONNECT_WITHIN_MS = 2_000;
/** A connection per request: one kept for later may be closed by a replica that stops in the very moment it is used again. */
const AGENT = { keepAlive: false, maxSockets: 10_000 } as const;
/** Headers of the hop between client and this process (RFC 9110, section 7.6.1), and those that are made anew. */
const OWN_TO_THE_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'origin',
  'content-length',
  HOP_HEADER,
  CLIENT_HEADER,
]);

/** What the replica that is asked says in the same header when it is about to stop: it has done nothing, whoever asks may take over. */
export const LEAVING = 'leaving';

/** Hands whole requests on to the replica that holds what they are about, and their answers back, streams included. */
@Injectable()
export class ReplicaForwarder implements OnApplicationShutdown {
  private readonly log = new Logger('gateway');
  private readonly agents = { http: new HttpAgent(AGENT), https: new HttpsAgent(AGENT) };
  private readonly proof: HopProof;

  constructor(
    private readonly replicas: ReplicaRegistry,
    private readonly draining: Draining,
    vault: VaultConfig,
  ) {
    this.proof = new HopProof(vault.masterKey, vault.formerMasterKey);
  }

  /** Whether a request was handed on by another replica. */
  isHandedOn(request: IncomingMessage): boolean {
    const value = request.headers[HOP_HEADER];
    return value !== undefined && this.proof.holds(value, handedOn(request, headerOf(request, CLIENT_HEADER)));
  }

  /** The address of the client behind a request that another replica handed on; undefined for all other requests. */
  clientOf(request: IncomingMessage): string | undefined {
    return this.isHandedOn(request) ? headerOf(request, CLIENT_HEADER) : undefined;
  }

  /**
   * Hands a request on and answers it with what comes back.
   * @param bodyText the request's body, read whole, or undefined where it has none
   * @returns false where the replica is to be taken for gone: it cannot be reached, it is leaving, or it went away before it
   * answered a request that may be done twice
   * @throws DomainError `platform.unavailable` where it went away before it answered a request that may not
   */
  async forward(node: string, request: ClientRequestIn, response: ServerResponse, bodyText: string | undefined): Promise<boolean> {
    const url = this.replicas.urlOf(node);
    if (url === undefined) return false;
    const hop = this.begin(url, request, bodyText);
    let isAborted = false;
    const abort = (): void => {
      isAborted = true;
      hop.destroy();
    };
    response.once('close', abort);
    // A long stream would hold up the stop; its client comes back and is handed on by another replica.
    if (request.method === 'GET') this.draining.signal.addEventListener('abort', abort, { once: true });
    try {
      const stands = await connected(hop);
      if (!stands && !isAborted) return this.giveUp(node);
      if (!isAborted) hop.end(bodyText);
      const answer = await answered(hop);
      // What this side ended says nothing about the replica: distrusted, it would lose what is under way in all its sessions.
      if (!answer && isAborted) return cutOff(response);
      if (!answer && isRepeatable(request.method, bodyText)) return this.giveUp(node);
      if (!answer) throw gone();
      if (answer.headers[HOP_HEADER] === LEAVING) {
        answer.resume();
        return this.giveUp(node);
      }
      await passBack(answer, response);
      return true;
    } finally {
      response.removeListener('close', abort);
      this.draining.signal.removeEventListener('abort', abort);
    }
  }

  private giveUp(node: string): false {
    this.replicas.distrust(node);
    this.log.warn({ msg: 'a replica cannot be reached; what it held is taken over', replica: node });
    return false;
  }

  onApplicationShutdown(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  private begin(replicaUrl: string, request: ClientRequestIn, bodyText: string | undefined): ClientRequest {
    const about = handedOn(request, request.clientAddress ?? '');
    const { method, target } = about;
    const headers: Record<string, string | string[]> = { [HOP_HEADER]: this.proof.sign(about), [CLIENT_HEADER]: about.client };
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined && !OWN_TO_THE_HOP.has(name)) headers[name] = value;
    if (bodyText !== undefined) headers['content-length'] = String(Buffer.byteLength(bodyText));
    // The target as it came: normalised, it would not be what was signed.
    const hop = replicaUrl.startsWith('https:')
      ? httpsRequest(replicaUrl, { method, path: target, headers, agent: this.agents.https })
      : httpRequest(replicaUrl, { method, path: target, headers, agent: this.agents.http });
    // Faults after the answer has begun show on the answer; those before it are waited for.
    return hop.on('error', () => undefined);
  }
}

/** A request with the address that it came from. */
type ClientRequestIn = IncomingMessage & { readonly clientAddress?: string };

const headerOf = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

const handedOn = ({ method = '', url: target = '' }: IncomingMessage, client: string): HandedOn => ({ method, target, client });

/** Whether a connection stands; the body must not be touched before. */
function connected(hop: ClientRequest): Promise<boolean> {
  return new Promise((resolve) => {
    // What came while this process was too busy to look is seen between the timer and the check that follows it.
    let late: NodeJS.Immediate | undefined;
    const timer = setTimeout(() => (late = setImmediate(() => hop.destroy())), CONNECT_WITHIN_MS);
    const settle = (stands: boolean): void => {
      clearTimeout(timer);
      clearImmediate(late);
      resolve(stands);
    };
    hop.once('close', () => settle(false));
    hop.once('socket', (socket) => {
      if (!socket.connecting) settle(true);
      else socket.once('connect', () => settle(true));
    });
  });
}

/** The head of the answer, or undefined where the connection ended without one. */
function answered(hop: ClientRequest): Promise<IncomingMessage | undefined> {
  return new Promise((resolve) => {
    if (hop.destroyed) return resolve(undefined);
    hop.once('response', resolve);
    hop.once('close', () => resolve(undefined));
  });
}

/** A call may have been made before its replica went away, and an answer may have been taken; all else changes nothing twice. */
function isRepeatable(httpMethod: string | undefined, bodyText: string | undefined): boolean {
  if (httpMethod !== 'POST') return true;
  try {
    const { method } = JSON.parse(bodyText ?? '') as { method?: unknown };
    return typeof method === 'string' && method !== 'tools/call';
  } catch {
    return false;
  }
}

function cutOff(response: ServerResponse): true {
  response.destroy();
  return true;
}

const gone = (): DomainError =>
  new DomainError('platform.unavailable', {
    detail: 'The gateway process that held this session ended; try again.',
    retryAfterSeconds: 1,
  });

/** Passes the answer on as it comes and resolves when it is through or cut off. */
function passBack(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) {
      answer.destroy();
      return resolve();
    }
    const headers = { ...answer.headers };
    for (const name of ['connection', 'keep-alive', 'transfer-encoding', 'date']) delete headers[name];
    response.writeHead(answer.statusCode ?? 502, headers);
    response.flushHeaders();
    response.on('error', () => undefined);
    response.once('close', () => {
      answer.destroy();
      resolve();
    });
    answer.once('close', () => {
      if (!answer.complete) response.destroy();
    });
    answer.on('error', () => undefined);
    answer.pipe(response);
  });
}
