import { connect, type Socket } from 'node:net';
import { within } from './eventually.js';

/** What a socket got back before it was closed or the answer was complete. */
export interface RawAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A plain connection to the server, for requests that no HTTP client would send. */
export class RawConnection {
  private received = Buffer.alloc(0);
  private isClosed = false;
  private wake: () => void = () => undefined;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.wake();
    });
    socket
      .on('error', () => undefined)
      .on('close', () => {
        this.isClosed = true;
        this.wake();
      });
  }

  static open(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new RawConnection(socket))).once('error', reject);
    });
  }

  /** Writes bytes as they stand; a peer that stopped reading is no error. */
  write(bytes: string | Buffer): void {
    if (!this.isClosed) this.socket.write(bytes);
  }

  /** The next answer. @throws where none is complete in time. */
  answer(withinMs: number): Promise<RawAnswer> {
    return within(this.read(), withinMs, 'the answer');
  }

  close(): void {
    this.socket.destroy();
  }

  private async read(): Promise<RawAnswer> {
    for (;;) {
      const answer = parse(this.received, this.isClosed);
      if (answer) return answer;
      if (this.isClosed) throw new Error(`the connection closed after ${JSON.stringify(this.received.toString('latin1').slice(0, 200))}`);
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

/** Sends one request as it stands on a connection of its own. */
export async function rawExchange(url: string, bytes: string | Buffer, withinMs = 10_000): Promise<RawAnswer> {
  const connection = await RawConnection.open(url);
  try {
    connection.write(bytes);
    return await connection.answer(withinMs);
  } finally {
    connection.close();
  }
}

function parse(received: Buffer, isClosed: boolean): RawAnswer | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [statusLine = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = received.subarray(end + 4);
  const length = headers['content-length'];
  if (length === undefined ? !isClosed : body.length < Number(length)) return undefined;
  return {
    status: Number(statusLine.split(' ')[1]),
    headers,
    body: (length === undefined ? body : body.subarray(0, Number(length))).toString('utf8'),
  };
}
