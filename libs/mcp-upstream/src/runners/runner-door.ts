import { once } from 'node:events';
import { constants, createSecureServer, type Http2SecureServer, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { answerCall } from './door-call.js';
import { answerErrand, ERRANDS } from './door-errands.js';
import { answerWatch, type OpenWatch } from './door-watch.js';
import { HOP_TLS, type HopKeys } from './hop-keys.js';
import { HOP_SETTINGS, LEAVING_STATUS } from './hop-words.js';
import type { RunnerDesk } from './runner-desk.js';

const SESSIONS_MAX = 256;
const HANDSHAKE_MS = 5_000;
const DRAIN_MS = 30_000;

export interface RunnerDoorOptions {
  readonly host: string;
  readonly port: number;
  /** The name that gateways know this runner by; part of what is proven. */
  readonly name: string;
  readonly keys: HopKeys;
  readonly desk: RunnerDesk;
  /** Told of connections that proved nothing, without what they sent. */
  readonly refused?: (reason: string) => void;
}

/** Where gateways come in. Nobody gets further than the handshake without the installation's key. */
export class RunnerDoor {
  private readonly sessions = new Set<ServerHttp2Session>();
  private readonly watches = new Set<OpenWatch>();
  private underWay = 0;
  private isLeaving = false;
  private quiet: (() => void) | undefined;

  private constructor(
    private readonly server: Http2SecureServer,
    private readonly desk: RunnerDesk,
  ) {
    server.on('session', (session) => this.remember(session));
    server.on('stream', (stream, headers) => this.take(stream, String(headers[':path'] ?? '').slice(1)));
  }

  /** @throws the system's error where host and port cannot be listened on */
  static async open({ host, port, name, keys, desk, refused }: RunnerDoorOptions): Promise<RunnerDoor> {
    const server = createSecureServer({
      ...HOP_TLS,
      ALPNProtocols: [...HOP_TLS.ALPNProtocols],
      handshakeTimeout: HANDSHAKE_MS,
      settings: HOP_SETTINGS,
      maxSessionMemory: 256,
      pskCallback: (_socket, identity) => keys.of(name, identity),
    });
    server.maxConnections = SESSIONS_MAX;
    server.on('tlsClientError', (error) => refused?.((error as NodeJS.ErrnoException).code ?? 'handshake'));
    server.on('sessionError', () => undefined);
    const door = new RunnerDoor(server, desk);
    server.listen(port, host);
    await once(server, 'listening');
    return door;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends watches over what is not placed here any more, so that they begin again where it is. */
  endWatches(isElsewhere: (targetKey: string) => boolean): void {
    for (const watch of this.watches) if (isElsewhere(watch.targetKey)) watch.lose();
  }

  /** Takes nothing new; resolves when what is under way has ended, or after thirty seconds. */
  async drain(): Promise<void> {
    this.isLeaving = true;
    this.endWatches(() => true);
    if (this.underWay === 0) return;
    let late: NodeJS.Timeout | undefined;
    await Promise.race([
      new Promise<void>((resolve) => (this.quiet = resolve)),
      new Promise<void>((resolve) => (late = setTimeout(resolve, DRAIN_MS))),
    ]);
    clearTimeout(late);
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    this.isLeaving = true;
    const closed = once(this.server, 'close');
    this.server.close();
    for (const session of this.sessions) session.destroy();
    await closed;
  }

  private remember(session: ServerHttp2Session): void {
    this.sessions.add(session);
    session.on('error', () => undefined);
    session.once('close', () => this.sessions.delete(session));
  }

  private take(stream: ServerHttp2Stream, verb: string): void {
    stream.on('error', () => undefined);
    if (this.isLeaving) {
      stream.respond({ ':status': LEAVING_STATUS }, { endStream: true });
      return stream.close(constants.NGHTTP2_NO_ERROR);
    }
    stream.respond({ ':status': 200 });
    if (verb === 'watch') return answerWatch(stream, this.desk, this.watches);
    this.underWay++;
    stream.once('close', () => {
      if (--this.underWay === 0 && this.isLeaving) this.quiet?.();
    });
    if (verb === 'call') return answerCall(stream, this.desk);
    const errand = ERRANDS.get(verb);
    if (errand) return answerErrand(stream, this.desk, errand);
    stream.close(constants.NGHTTP2_PROTOCOL_ERROR);
  }
}
