/** How long rows are kept: as usual, longer by a workspace's wish, or until a legal hold ends. */
export type RetentionClass = 'standard' | 'long' | 'hold';

/** One chain: what one process wrote of one class for one UTC day. So a day that is dropped takes whole chains with it. */
export interface ChainName {
  readonly writer: string;
  readonly retentionClass: RetentionClass;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** The one chain of administrative facts; it has no days. */
export const LEDGER_CHAIN = 'ledger';

export const chainText = ({ writer, retentionClass, day }: ChainName): string => `${writer}.${retentionClass}.${day}`;

export function parseChain(text: string): ChainName {
  const [writer = '', retentionClass = '', day = ''] = text.split('.');
  return { writer, retentionClass: retentionClass as RetentionClass, day };
}
