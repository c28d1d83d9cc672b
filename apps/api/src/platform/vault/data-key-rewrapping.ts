import { Injectable, Logger } from '@nestjs/common';
import { systemCtx } from '../context/ctx.js';
import { bindingOfKey } from './data-keys.js';
import { MasterKeyCheck } from './master-key-check.js';
import { MasterKeys } from './master-keys.js';
import { VaultKeysRepository } from './vault-keys.repository.js';

const BATCH = 100;

/**
 * Wraps every data key anew with the master key in force, while a former one is given. Secrets themselves are sealed by data
 * keys and stay as they are, wherever they stand. Each key is a step of its own, so whatever ends the process ends no work.
 */
@Injectable()
export class DataKeyRewrapping {
  private readonly log = new Logger('platform');

  constructor(
    private readonly masters: MasterKeys,
    private readonly keys: VaultKeysRepository,
    private readonly check: MasterKeyCheck,
  ) {}

  /** Goes on until nothing is left, or the signal fires. A key that neither master key opens stays as it is, and is told of. */
  async round(signal: AbortSignal): Promise<void> {
    const ctx = systemCtx('master-key-rotation');
    let done = 0;
    for (;;) {
      const batch = await this.keys.wrappedByOthers(ctx, this.masters.id, BATCH);
      for (const key of batch) {
        if (signal.aborted) return;
        const opened = this.masters.open(bindingOfKey(key), key.wrapped);
        if (!opened)
          return this.log.error({
            msg: 'A data key is opened by no master key that is given.',
            code: 'servers.credential-unreadable',
            keyId: key.id,
          });
        const wrapped = opened.masterId === this.masters.id ? key.wrapped : this.masters.seal(bindingOfKey(key), opened.plain);
        await this.keys.rewrap(ctx, key, { wrapped, masterId: this.masters.id });
        done++;
      }
      if (batch.length === 0) break;
    }
    await this.check.renew(ctx);
    if (done > 0)
      this.log.log({ msg: 'Every data key is wrapped by the new master key; the former one is not needed any more.', keys: done });
  }

  /** How far it got. Null while the database cannot say. */
  async state() {
    const wrapping = await this.wrapping().catch(() => null);
    if (!wrapping) return null;
    const { id, dataKeys, waiting, former } = wrapping;
    return { id, dataKeys, waiting, former };
  }

  /** Which master keys wrap how many data keys, the one in force first. */
  async wrapping() {
    const { id, formerId } = this.masters;
    const counts = await this.keys.counts(systemCtx('master-key-rotation'));
    const dataKeys = counts.reduce((sum, { keys }) => sum + keys, 0);
    const waiting = formerId === null ? 0 : counts.reduce((sum, { masterId, keys }) => sum + (masterId === id ? 0 : keys), 0);
    const former = formerId === null ? ('none' as const) : waiting > 0 ? ('needed' as const) : ('not-needed' as const);
    const places = ['in-force', 'former', 'unknown'] as const;
    const placeOf = (masterId: string | null): (typeof places)[number] =>
      masterId === id ? 'in-force' : masterId !== null && masterId === formerId ? 'former' : 'unknown';
    const masterKeys = counts
      .map((count) => ({ ...count, place: placeOf(count.masterId) }))
      .sort((one, other) => places.indexOf(one.place) - places.indexOf(other.place));
    return { id, formerId, dataKeys, waiting, former, masterKeys };
  }
}
