import type { LogLevel } from '@mcpnest/mcp-protocol';
import type { Profile, Session, SessionEar } from '../sessions/session.js';

/** What a caller needs of a session. */
export interface Need {
  readonly profile: Profile;
  /** Whether nobody else may use it meanwhile. */
  readonly isAlone: boolean;
  /** Whether the server will be told a log level in it. */
  readonly hasLogs: boolean;
}

const REOPEN_MS = 1_000;
/** How long a call waits for the head of the server's own stream. */
const STREAM_MS = 250;

/** A session of the pool, open or about to be. */
export class Lease {
  users = 0;
  /** Set once it is open. */
  session!: Session;
  /** The log level the server was told in it. */
  level: LogLevel | undefined;
  /** Since when nobody uses it: a time of `performance.now()`. */
  idleSince = 0;
  isDropped = false;
  private isHeard = false;

  constructor(
    /** Of those who use it now, or used it last. */ public need: Need,
    readonly opening: Promise<Session>,
  ) {}

  /** Whether somebody with this need may use it now. */
  fits(wanted: Need): boolean {
    if (this.need.profile !== wanted.profile || this.need.hasLogs !== wanted.hasLogs || this.session?.isOpen === false) return false;
    return this.users === 0 || !(this.need.isAlone || wanted.isAlone);
  }

  /**
   * Hears what the server says on its own stream, since some ask there; the session finds the call it belongs to. Resolves once
   * the stream is open, refused, or does not come: a server may drop what it would say while there is none.
   */
  hear(): Promise<void> | undefined {
    if (this.isHeard) return undefined;
    this.isHeard = true;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, STREAM_MS).unref();
      this.settled = () => {
        clearTimeout(timer);
        resolve();
      };
      this.session.hear(this.ear);
    });
  }

  private settled: () => void = () => undefined;
  private readonly ear: SessionEar = {
    opened: () => this.settled(),
    notified: () => undefined,
    lost: (why) => {
      this.settled();
      this.isHeard = why === 'silent';
      if (why === 'broken' && this.users > 0) setTimeout(() => this.hearAgain(), REOPEN_MS).unref();
    },
  };

  private hearAgain(): void {
    if (this.users > 0 && this.session.isOpen) void this.hear();
  }
}
