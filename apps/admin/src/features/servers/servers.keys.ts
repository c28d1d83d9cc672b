export const serversKeys = {
  all: ['servers'] as const,
  list: ['servers', 'list'] as const,
  one: (server: string) => ['servers', 'one', server] as const,
  versions: (server: string) => ['servers', 'one', server, 'versions'] as const,
  diff: (server: string, from: number, to: number) => ['servers', 'one', server, 'versions', from, to] as const,
  history: (server: string) => ['servers', 'one', server, 'history'] as const,
  credentials: (server: string) => ['servers', 'one', server, 'credentials'] as const,
  exposures: (slug: string) => ['workspaces', slug, 'exposures'] as const,
  tools: (slug: string) => ['workspaces', slug, 'tools'] as const,
  prompts: (slug: string) => ['workspaces', slug, 'prompts'] as const,
  resources: (slug: string) => ['workspaces', slug, 'resources'] as const,
  egress: ['egress'] as const,
};
