import { WORKSPACE_LIMIT_DEFAULTS } from '@mcpnest/shared/limits';
import { type LIMIT_FIELDS, NO_NUMBERS, type LimitNumbers, type LimitRule, type LimitRuleScope } from './limit-rule.js';
import type { CountedToday, LimitedToken } from './limited-things.read-model.js';

/** Where the number comes from that is in force: built in, set for the workspace, or for this very thing. */
export const LIMIT_SOURCES = ['default', 'workspace', 'own'] as const;
export type LimitSource = (typeof LIMIT_SOURCES)[number];

/** One bound as it is in force. */
export interface EffectiveNumber {
  /** Null: not bounded. */
  readonly value: number | null;
  readonly source: LimitSource;
}

/** What one thing may do, and where each number comes from. */
export interface EffectiveLimit {
  readonly scope: LimitRuleScope;
  readonly subject: string | null;
  readonly name: string | null;
  readonly ratePerSecond: EffectiveNumber;
  readonly burst: EffectiveNumber;
  readonly concurrency: EffectiveNumber;
  readonly callsPerDay: EffectiveNumber;
  /** Counted where there is a quota. */
  readonly callsToday: number | null;
}

interface Known {
  readonly perToken: Omit<LimitNumbers, 'callsPerDay'>;
  readonly rules: readonly LimitRule[];
  readonly tokens: readonly LimitedToken[];
  readonly counted: readonly CountedToday[];
}

/** The limits of a workspace as the gateway obeys them, in the order of the console. Pure. */
export function effectiveLimits({ perToken, rules, tokens, counted }: Known): EffectiveLimit[] {
  const ruleOf = (scope: LimitRuleScope, subject = ''): LimitNumbers =>
    rules.find((rule) => rule.scope === scope && rule.subject === subject) ?? NO_NUMBERS;
  const today = (scope: CountedToday['scope'], subject: string): number =>
    counted.find((one) => one.scope === scope && one.subject === subject)?.calls ?? 0;
  const eachToken: LimitNumbers = { ...perToken, callsPerDay: ruleOf('each-token').callsPerDay };
  const withUse = (limit: Omit<EffectiveLimit, 'callsToday'>, of: CountedToday['scope'] | null): EffectiveLimit => ({
    ...limit,
    callsToday: of === null || limit.callsPerDay.value === null ? null : today(of, limit.subject ?? ''),
  });
  return [
    withUse({ scope: 'workspace', subject: null, name: null, ...ownNumbers(ruleOf('workspace')) }, 'workspace'),
    withUse({ scope: 'each-token', subject: null, name: null, ...workspaceNumbers(eachToken) }, null),
    withUse({ scope: 'each-address', subject: null, name: null, ...ownNumbers(ruleOf('each-address')) }, null),
    ...tokens.map(({ id, name }) =>
      withUse({ scope: 'token', subject: id, name, ...inherited(ruleOf('token', id), workspaceNumbers(eachToken)) }, 'token'),
    ),
    ...rules
      .filter(({ scope }) => scope === 'tool')
      .map((rule) => withUse({ scope: 'tool', subject: rule.subject, name: null, ...ownNumbers(rule) }, 'tool')),
  ];
}

type Numbers = Record<(typeof LIMIT_FIELDS)[number], EffectiveNumber>;

const numbersBy = (of: (field: (typeof LIMIT_FIELDS)[number]) => EffectiveNumber): Numbers => ({
  ratePerSecond: of('ratePerSecond'),
  burst: of('burst'),
  concurrency: of('concurrency'),
  callsPerDay: of('callsPerDay'),
});

const ownNumbers = (own: LimitNumbers): Numbers =>
  numbersBy((field) => ({ value: own[field], source: own[field] === null ? 'default' : 'own' }));

const workspaceNumbers = (numbers: LimitNumbers): Numbers =>
  numbersBy((field) => {
    const builtIn = field === 'callsPerDay' ? null : WORKSPACE_LIMIT_DEFAULTS[field];
    return { value: numbers[field], source: numbers[field] === builtIn ? 'default' : 'workspace' };
  });

const inherited = (own: LimitNumbers, from: Numbers): Numbers =>
  numbersBy((field) => (own[field] === null ? from[field] : { value: own[field], source: 'own' }));
