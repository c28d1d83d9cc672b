/** Whose values of which server: everybody's, a workspace's, or one's own in a workspace. */
export type CredentialSource =
  | { readonly of: 'everybody'; readonly server: string }
  | { readonly of: 'workspace' | 'me'; readonly server: string; readonly slug: string };

/** Where each holder's values stand. */
export const CREDENTIALS_OF = {
  everybody: '/api/v1/servers/{server}/credentials',
  workspace: '/api/v1/workspaces/{slug}/servers/{server}/credentials',
  me: '/api/v1/workspaces/{slug}/servers/{server}/my-credentials',
} as const;

/** What is typed in: values, and references where that is offered. */
export interface CredentialEntry {
  values: Record<string, string>;
  references: Record<string, string>;
}
