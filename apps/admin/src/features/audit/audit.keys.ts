export const auditKeys = {
  calls: (slug: string) => ['workspaces', slug, 'calls'] as const,
  ledger: ['ledger'] as const,
};
