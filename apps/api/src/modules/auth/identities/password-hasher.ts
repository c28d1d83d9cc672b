import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '@mcpnest/shared/errors';

/** argon2id (the library's enum is const and cannot be imported), 19 MiB, 2 passes, 1 lane (security 4.10). */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const PARALLEL_MAX = 2;
const WAITING_MAX = 20;

/** Hashes and checks passwords, two at a time with at most twenty waiting, so that sign-ins cannot exhaust memory or cores. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: Array<() => void> = [];
  private dummy: Promise<string> | undefined;

  /** @throws DomainError `auth.busy` */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, ARGON2ID));
  }

  /**
   * Checks a password; without a stored hash it takes as long and answers false, so that unknown people cannot be told apart.
   * @throws DomainError `auth.busy`
   */
  matches(storedHash: string | null, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      this.dummy ??= hash('a password nobody has', ARGON2ID);
      const matched = await verify(storedHash ?? (await this.dummy), password);
      return matched && storedHash !== null;
    });
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= PARALLEL_MAX) {
      if (this.waiting.length >= WAITING_MAX)
        throw new DomainError('auth.busy', { detail: 'Try again in a few seconds.', retryAfterSeconds: 2 });
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      // The place is handed on rather than freed, so that nobody can slip in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
