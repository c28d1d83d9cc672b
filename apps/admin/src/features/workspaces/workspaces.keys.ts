export const workspacesKeys = {
  list: ['workspaces'] as const,
  one: (slug: string) => ['workspaces', slug] as const,
  members: (slug: string) => ['workspaces', slug, 'members'] as const,
  tokens: (slug: string, attention?: string) => ['workspaces', slug, 'tokens', ...(attention ? [attention] : [])] as const,
  tokenPolicy: ['token-policy'] as const,
};
