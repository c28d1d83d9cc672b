export const authKeys = {
  apiKeys: ['api-keys'] as const,
  invite: (code: string) => ['invite', code.length, code.slice(-4)] as const,
};
