import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Vault, type SealedPlace } from '../../../platform/vault/vault.js';
import type { AccountTokens, ServerAccount } from './account.js';

type Place = Pick<ServerAccount, 'id' | 'userId'>;

const placeOf = ({ id, userId }: Place): SealedPlace => ({
  table: 'oauth_accounts',
  rowId: id,
  owner: userId ?? 'installation',
  column: 'sealed',
});

/** Seals the tokens of accounts into their rows, and opens them again. */
@Injectable()
export class AccountSealer {
  constructor(private readonly vault: Vault) {}

  seal(ctx: Ctx, place: Place, { accessToken, refreshToken }: AccountTokens): Promise<string> {
    return this.vault.seal(ctx, placeOf(place), JSON.stringify([accessToken, refreshToken]));
  }

  /** @throws VaultError */
  async open(ctx: Ctx, account: Place & Pick<ServerAccount, 'sealed'>): Promise<AccountTokens> {
    const [accessToken, refreshToken] = JSON.parse(await this.vault.open(ctx, placeOf(account), account.sealed)) as [string, string | null];
    return { accessToken, refreshToken };
  }
}
