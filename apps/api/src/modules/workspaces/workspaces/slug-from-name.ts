import { SLUG_LENGTH } from '@mcpnest/shared/limits';

/** A slug out of a display name: accents dropped, everything else that is no letter or digit becomes one hyphen. */
export function slugFromName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = trimmed(plain.replace(/[^a-z0-9]+/g, '-'), SLUG_LENGTH.max);
  return slug.length >= SLUG_LENGTH.min ? slug : trimmed(`workspace-${slug}`, SLUG_LENGTH.max);
}

/** The same slug with a number behind it, within the length allowed. */
export const numberedSlug = (slug: string, number: number): string => `${trimmed(slug, SLUG_LENGTH.max - `-${number}`.length)}-${number}`;

const trimmed = (text: string, length: number): string => text.replace(/^-+/, '').slice(0, length).replace(/-+$/, '');
