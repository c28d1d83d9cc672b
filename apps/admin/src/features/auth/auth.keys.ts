export const authKeys = {
  apiKeys: ['api-keys'] as const,
  methods: ['sign-in-methods'] as const,
  oidc: ['oidc'] as const,
  mySessions: ['my-sessions'] as const,
  allPeople: ['people'] as const,
  people: (q: string) => ['people', 'list', q] as const,
  heldTokens: (userId: string) => ['people', 'tokens', userId] as const,
  invite: (code: string) => ['invite', code.length, code.slice(-4)] as const,
};
