export const auditKeys = {
  /** Null: over all workspaces. */
  calls: (slug: string | null) => (slug === null ? (['calls'] as const) : (['workspaces', slug, 'calls'] as const)),
  ledger: ['ledger'] as const,
  records: ['audit'] as const,
};
