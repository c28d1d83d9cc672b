export const auditKeys = {
  /** Null: over all workspaces. */
  calls: (slug: string | null) => (slug === null ? (['calls'] as const) : (['workspaces', slug, 'calls'] as const)),
  ledger: ['ledger'] as const,
  views: (slug: string) => ['workspaces', slug, 'call-views'] as const,
  webhooks: ['webhooks'] as const,
  exports: ['exports'] as const,
  records: ['audit'] as const,
};
