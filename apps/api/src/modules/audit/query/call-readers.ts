import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { ChangeFeed, type ChangeConsumer } from '../../../platform/events/change-feed.js';
import { Authenticator } from '../../../platform/http/authenticator.port.js';
import type { GuardedRequest } from '../../../platform/http/current.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import type { CallEventStream } from './call-event-stream.js';
import { callReach, type CallReach } from './call-reach.js';

/** Who reads live tails: whenever something was changed they are asked again, so that a right taken away is gone with the answer. */
@Injectable()
export class CallReaders implements ChangeConsumer {
  readonly name = 'call-readers';
  private readonly streams = new Set<CallEventStream>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly permissions: Permissions,
    changeFeed: ChangeFeed,
  ) {
    changeFeed.subscribe(this);
  }

  /** Watches over a stream until its answer is closed. */
  watch(stream: CallEventStream, response: Response): void {
    this.streams.add(stream);
    response.once('close', () => this.streams.delete(stream));
  }

  /** Whether the reader would be let in again: sessions end, and members leave. */
  async mayGoOn(request: GuardedRequest, slug: string, reach: CallReach): Promise<boolean> {
    const proven = await this.authenticator.authenticate(request);
    const grant = proven && (await this.permissions.inWorkspace(proven.actor, slug));
    return grant !== null && proven !== null && callReach(proven.actor, grant).owner === reach.owner;
  }

  async apply(): Promise<void> {
    await Promise.all([...this.streams].map((stream) => stream.recheck()));
  }
}
