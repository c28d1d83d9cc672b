import { Injectable, Logger } from '@nestjs/common';
import type { SignedCheckpoint } from './checkpoint.js';

/** Sends checkpoints away from the database: to the log, and to whoever listens. What is known elsewhere cannot be cut off here. */
@Injectable()
export class CheckpointFeed {
  private readonly log = new Logger('audit');
  private readonly listeners = new Set<(checkpoint: SignedCheckpoint) => void>();

  /** @returns how to stop. */
  listen(listener: (checkpoint: SignedCheckpoint) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(checkpoints: readonly SignedCheckpoint[]): void {
    for (const checkpoint of checkpoints) {
      this.log.log({ msg: 'audit checkpoint', checkpoint });
      for (const listener of this.listeners) {
        try {
          listener(checkpoint);
        } catch (fault) {
          this.log.error({ msg: 'a listener of checkpoints failed', err: fault });
        }
      }
    }
  }
}
