export const authKeys = {
  apiKeys: ['api-keys'] as const,
  methods: ['sign-in-methods'] as const,
  oidc: ['oidc'] as const,
  invite: (code: string) => ['invite', code.length, code.slice(-4)] as const,
};
