import { connect as connectHttp2, constants, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { failure } from '../net/failures.js';
import { HOP_TLS, type HopKeys } from './hop-keys.js';
import { HopStream, type HopEar } from './hop-stream.js';
import { HOP_SETTINGS, LEAVING_STATUS } from './hop-words.js';
import type { RunnerPlace } from './placement.js';
import { RunnerAway } from './runner-away.js';

const CONNECT_MS = 3_000;
const PING_EVERY_MS = 2_000;
/** A runner that leaves a ping unanswered so long is gone, whatever its connection says. */
const PING_WITHIN_MS = 5_000;

/** Hears one conversation from the gateway's side. */
export interface LinkEar {
  heard(head: Readonly<Record<string, unknown>>, body: string): void;
  /** It is over, and this is why: a RunnerAway where the runner is. */
  away(reason: Error): void;
}

/** The connection to one runner, made when it is first needed and again when it was lost. */
export class RunnerLink {
  private session: Promise<ClientHttp2Session> | undefined;
  private isClosed = false;

  constructor(
    private readonly runner: RunnerPlace,
    private readonly keys: HopKeys,
    /** What this process calls itself; not a secret. */ private readonly self: string,
  ) {}

  /** Begins a conversation. @throws RunnerAway, never `sent` */
  async open(verb: string, ear: LinkEar): Promise<HopStream> {
    const session = await this.connected();
    let stream: ClientHttp2Stream;
    try {
      stream = session.request({ ':method': 'POST', ':path': `/${verb}` });
    } catch {
      throw new RunnerAway('the connection ended', false);
    }
    let isLeaving = false;
    stream.once('response', ({ ':status': status }) => (isLeaving = status === LEAVING_STATUS));
    const hearing: HopEar = {
      heard: (head, body) => ear.heard(head, body),
      closed: (code) => {
        if (isLeaving) return ear.away(new RunnerAway('the runner takes leave', false));
        if (code === constants.NGHTTP2_REFUSED_STREAM) return ear.away(new RunnerAway('the runner took it not', false));
        ear.away(session.destroyed ? new RunnerAway('the runner went away', true) : brokenOff());
      },
    };
    return new HopStream(stream, hearing);
  }

  close(): void {
    this.isClosed = true;
    this.session?.then(
      (session) => session.destroy(),
      () => undefined,
    );
  }

  private connected(): Promise<ClientHttp2Session> {
    if (this.isClosed) throw new RunnerAway('the gateway has let go of this runner', false);
    if (this.session) return this.session;
    const made: Promise<ClientHttp2Session> = this.connect(() => {
      if (this.session === made) this.session = undefined;
    });
    return (this.session = made);
  }

  /** `over` is told when nothing new can be begun on it. */
  private async connect(over: () => void): Promise<ClientHttp2Session> {
    const socket = await this.secured().catch((error: unknown) => {
      over();
      throw error;
    });
    const session = connectHttp2(this.runner.url, { createConnection: () => socket, settings: HOP_SETTINGS, maxSessionMemory: 256 });
    const forget = (): void => {
      clearInterval(pinging);
      over();
    };
    const pinging = setInterval(() => keepAlive(session), PING_EVERY_MS).unref();
    session.on('error', () => undefined);
    // What is under way goes on; nothing new is begun on it.
    session.once('goaway', forget);
    session.once('close', forget);
    // A connection on which nothing is asked must not keep the process.
    session.unref();
    return session;
  }

  /** Tries the newest key first: while the master key is changed, a runner may know the former one alone. */
  private async secured(): Promise<TLSSocket> {
    let refusal: unknown;
    for (const known of this.keys.towards(this.runner.name, this.self)) {
      try {
        return await this.shakeHands(known);
      } catch (error) {
        refusal = error;
      }
    }
    throw refusal;
  }

  private shakeHands(known: { readonly identity: string; readonly psk: Buffer }): Promise<TLSSocket> {
    const { hostname, port } = new URL(this.runner.url);
    return new Promise((resolve, reject) => {
      const socket = connectTls({
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port || 443),
        ...HOP_TLS,
        ALPNProtocols: [...HOP_TLS.ALPNProtocols],
        pskCallback: () => known,
        // Nobody's certificate is believed, whoever signed it: the key alone says who the runner is.
        ca: [],
        checkServerIdentity: (_host, certificate) => (isNone(certificate) ? undefined : new Error('a certificate instead of the key')),
      });
      const fail = (): void => {
        socket.destroy();
        reject(new RunnerAway('the runner cannot be reached, or is none of ours', false));
      };
      const late = setTimeout(fail, CONNECT_MS);
      socket.once('error', fail);
      socket.once('close', fail);
      socket.once('secureConnect', () => {
        if (!socket.authorized || !isNone(socket.getPeerCertificate())) return fail();
        clearTimeout(late);
        socket.removeListener('error', fail);
        socket.removeListener('close', fail);
        socket.setNoDelay(true);
        resolve(socket);
      });
    });
  }
}

const brokenOff = (): Error => failure('gateway.upstream-broken', true, 'The runner broke the conversation off');

const isNone = (certificate: object | undefined): boolean => certificate === undefined || Object.keys(certificate).length === 0;

function keepAlive(session: ClientHttp2Session): void {
  if (session.destroyed || session.closed) return;
  const late = setTimeout(() => session.destroy(), PING_WITHIN_MS).unref();
  try {
    session.ping(() => clearTimeout(late));
  } catch {
    clearTimeout(late);
  }
}
