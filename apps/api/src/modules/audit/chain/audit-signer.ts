import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { VaultConfig } from '../../../config/slices.js';
import { derivedKey } from '../../../platform/vault/derived-key.js';
import { statementOf, type Checkpoint, type Gap } from './checkpoint.js';

/** PKCS #8 of an Ed25519 key without its 32 bytes (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Signs what the audit says of itself. The key is derived from the master key: the same in every replica, never in the
 * database, so that whoever may change rows cannot sign for them.
 */
@Injectable()
export class AuditSigner {
  readonly keyId: string;
  readonly publicKeyPem: string;
  private readonly key: KeyObject;

  constructor(vault: VaultConfig) {
    const seed = derivedKey(vault.masterKey, 'audit checkpoints');
    this.key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
    const publicKey = createPublicKey(this.key);
    this.publicKeyPem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
    this.keyId = createHash('sha256')
      .update(publicKey.export({ format: 'der', type: 'spki' }))
      .digest('hex')
      .slice(0, 16);
  }

  sign<T extends Checkpoint | Gap>(statement: T): T & { keyId: string; signature: string } {
    const signature = sign(null, Buffer.from(statementOf(statement)), this.key).toString('base64');
    return { ...statement, keyId: this.keyId, signature };
  }
}
