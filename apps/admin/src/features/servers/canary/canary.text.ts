import { count } from '../../../lib/format';

/** Words of canaries: a version that some clients are served first. */
export const canaryText = {
  try: 'Try a version first…',
  show: 'Canary…',
  badge: (version: number, sharePercent: number, tokens: number) =>
    [`canary v${version}`, sharePercent > 0 ? `${sharePercent} %` : null, tokens > 0 ? count(tokens, 'token') : null]
      .filter((part) => part !== null)
      .join(' · '),
  startTitle: (name: string) => `Try a version of ${name} first`,
  startLead:
    'Chosen tokens and a share of the others are served the new version, lists and calls alike; everybody else stays on the pinned one. Nobody changes sides between two requests.',
  start: 'Start canary',
  version: 'Version to try',
  noVersion: 'There is no other approved version of this server.',
  share: 'Share of sessions',
  shareHint: 'And of tokens, for clients that open no session. Who has it keeps it while the share grows.',
  tokens: 'Tokens that are all served it',
  tokensPlaceholder: 'Search tokens',
  nobody: 'Choose a token or a share: a canary for nobody tells nothing.',
  title: (name: string, version: number) => `${name}: canary v${version}`,
  lead: (startedBy: string, at: string) => `Started by ${startedBy}, ${at}. Rolling back or quarantining a version ends it.`,
  since: (at: string) => `Calls since ${at}`,
  figures: 'How both versions do',
  measure: 'Measure',
  pinned: (version: number) => `v${version}, pinned`,
  tried: (version: number) => `v${version}, canary`,
  calls: 'Calls',
  errorRate: 'Error rate',
  errors: 'Errors of tools · of the server',
  p50: 'Latency, median',
  p95: 'Latency, 95th percentile',
  none: '–',
  noCalls: 'No client has called it yet.',
  worse: 'The canary fails more often than the pinned version.',
  save: 'Save',
  saved: 'Whom the canary serves is changed.',
  promote: (version: number) => `Use v${version} for everybody`,
  promoted: (name: string, version: number) => `${name} is on v${version} now, for everybody.`,
  end: 'End canary',
  ended: (name: string, version: number) => `The canary is over. Every client of ${name} is on v${version}.`,
  inactive: (name: string) => `${name} (ended)`,
};
