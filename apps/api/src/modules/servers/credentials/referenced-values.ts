import { createHmac } from 'node:crypto';
import { open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { Injectable } from '@nestjs/common';
import { CredentialsConfig, VaultConfig } from '../../../config/slices.js';
import { derivedKey } from '../../../platform/vault/derived-key.js';
import { readReference } from './credential-reference.js';
import { isCredentialValue } from './credential-values.js';

const FILE_BYTES_MAX = 16_384;

/** A value read where its reference points. */
export interface ReferencedValue {
  readonly value: string;
  /** Changes with the value and tells nothing of it. */
  readonly revision: string;
}

/** Reads values that stand in files or in the environment. Files lie in the configured folder, links followed; variables have the prefix. */
@Injectable()
export class ReferencedValues {
  private readonly key: Buffer;

  constructor(
    private readonly config: CredentialsConfig,
    vault: VaultConfig,
  ) {
    this.key = derivedKey(vault.masterKey, 'revisions of referenced credentials');
  }

  /** The value, or null where the reference may not be followed, leads nowhere, or holds what cannot be sent. */
  async read(text: string): Promise<ReferencedValue | null> {
    const reference = readReference(text);
    if (!reference) return null;
    const found = reference.kind === 'env' ? this.config.variables.get(reference.name) : await this.fromFile(reference.path);
    const value = found?.replace(/\r?\n$/, '');
    if (value === undefined || !isCredentialValue(value)) return null;
    return { value, revision: createHmac('sha256', this.key).update(value).digest('base64url').slice(0, 22) };
  }

  private async fromFile(path: string): Promise<string | undefined> {
    const { filesFolder } = this.config;
    if (filesFolder === null) return undefined;
    try {
      const [folder, file] = await Promise.all([realpath(filesFolder), realpath(path)]);
      return file.startsWith(folder + sep) ? await firstBytes(file) : undefined;
    } catch {
      return undefined;
    }
  }
}

async function firstBytes(file: string): Promise<string | undefined> {
  const handle = await open(file, 'r');
  try {
    if (!(await handle.stat()).isFile()) return undefined;
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(FILE_BYTES_MAX + 1), 0, FILE_BYTES_MAX + 1, 0);
    return bytesRead > FILE_BYTES_MAX ? undefined : buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
