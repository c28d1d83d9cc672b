import { Injectable } from '@nestjs/common';
import { TokenIndex } from './token-index.js';

/** Hears what the clients of tokens call themselves in their own protocol; kept with a token's next noted use. */
@Injectable()
export class TokenClients {
  constructor(private readonly index: TokenIndex) {}

  /** Answers from memory: called with every call. */
  note(tokenId: string, client: string): void {
    const entry = this.index.findById(tokenId);
    if (entry) entry.client = client;
  }
}
