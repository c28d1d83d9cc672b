import type { ServerHttp2Stream } from 'node:http2';
import type { UpstreamWatch } from '@mcpnest/gateway-core';
import { HopStream } from './hop-stream.js';
import type { RunnerHead, WatcherHead, WatchHead } from './hop-words.js';
import type { RunnerDesk } from './runner-desk.js';

/** A watch that a gateway holds open here. */
export interface OpenWatch {
  readonly targetKey: string;
  /** Tells the gateway that nothing is heard any more; it begins again where the server is then. */
  lose(): void;
}

/** Lets a gateway hear one server's changes. */
export function answerWatch(stream: ServerHttp2Stream, desk: RunnerDesk, open: Set<OpenWatch>): void {
  new DoorWatch(stream, desk, open);
}

class DoorWatch implements OpenWatch {
  targetKey = '';
  private readonly hop: HopStream;
  private watch: UpstreamWatch | undefined;
  private uris: readonly string[] | undefined;
  private isOver = false;

  constructor(
    stream: ServerHttp2Stream,
    private readonly desk: RunnerDesk,
    private readonly open: Set<OpenWatch>,
  ) {
    open.add(this);
    this.hop = new HopStream(stream, { heard: (head) => this.heard(head), closed: () => this.close() });
  }

  lose(): void {
    if (this.isOver) return;
    this.say({ says: 'lost' });
    this.hop.end();
    this.close();
  }

  private heard(head: object): void {
    if (this.uris !== undefined) {
      this.uris = (head as WatcherHead).uris;
      return this.watch?.change(this.uris);
    }
    const { target, uris } = head as WatchHead;
    this.uris = uris;
    this.targetKey = target.key;
    void this.begin(head as WatchHead);
  }

  private async begin({ target }: WatchHead): Promise<void> {
    try {
      const found = await this.desk.targetOf(target);
      if (this.isOver) return;
      this.watch = this.desk.connector.watch(found, this.uris!, {
        opened: (uris) => this.say({ says: 'opened', uris }),
        notified: (method, paramsText) => this.say({ says: 'notified', method, hasText: paramsText !== undefined }, paramsText),
        lost: () => this.lose(),
      });
    } catch {
      this.lose();
    }
  }

  private say(head: RunnerHead, body?: string): void {
    this.hop.send(head, body);
  }

  private close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.open.delete(this);
    this.watch?.close();
  }
}
