import { LIMITS } from '@mcpnest/shared/limits';

/** Counts the resources each principal is subscribed to, over all its sessions and streams. */
export class SubscriptionQuota {
  private readonly taken = new Map<string, number>();

  constructor(private readonly max: number = LIMITS.subscriptionsMax) {}

  /** @returns false where the principal has all it may have. */
  take(principalKey: string): boolean {
    const taken = this.taken.get(principalKey) ?? 0;
    if (taken >= this.max) return false;
    this.taken.set(principalKey, taken + 1);
    return true;
  }

  give(principalKey: string): void {
    const left = (this.taken.get(principalKey) ?? 0) - 1;
    if (left > 0) this.taken.set(principalKey, left);
    else this.taken.delete(principalKey);
  }
}
