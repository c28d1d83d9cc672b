/** Who acts: a person in the console, an automation with an API key, or the product itself. */
export type Actor =
  | { readonly kind: 'user'; readonly id: string; readonly name: string; readonly operator: boolean }
  | {
      readonly kind: 'api-key';
      readonly id: string;
      readonly name: string;
      readonly userId: string;
      readonly operator: boolean;
      readonly scopes: readonly string[] | null;
    }
  | { readonly kind: 'system'; readonly name: string };

/** The person behind an actor, or null for the product itself. */
export function personOf(actor: Actor): string | null {
  if (actor.kind === 'system') return null;
  return actor.kind === 'user' ? actor.id : actor.userId;
}
