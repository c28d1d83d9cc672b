import type { RiskMark } from './risk-marks.js';

type Fields = Readonly<Record<string, unknown>>;

/** Levels of nested parameters that are compared. */
const DEPTH_MAX = 8;

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const own = (value: Fields, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

/** What changed about what a tool or prompt takes and what it says that it does. */
export function schemaMarks(before: unknown, after: unknown): readonly RiskMark[] {
  const [from, to] = [fields(before), fields(after)];
  return [
    ...parameterMarks(own(from, 'inputSchema'), own(to, 'inputSchema'), '/inputSchema', 0),
    ...argumentMarks(own(from, 'arguments'), own(to, 'arguments')),
    ...annotationMarks(fields(own(from, 'annotations')), fields(own(to, 'annotations'))),
  ];
}

function parameterMarks(before: unknown, after: unknown, pointer: string, depth: number): RiskMark[] {
  if (depth > DEPTH_MAX) return [];
  const [from, to] = [fields(before), fields(after)];
  const [formerly, now] = [fields(own(from, 'properties')), fields(own(to, 'properties'))];
  const needed = new Set(list(own(from, 'required')));
  const marks: RiskMark[] = [];
  for (const name of list(own(to, 'required'))) {
    if (typeof name === 'string' && !needed.has(name))
      marks.push({ mark: 'required-parameter-added', pointer: `${pointer}/required`, detail: name });
  }
  for (const name of Object.keys(formerly)) {
    const at = `${pointer}/properties/${name}`;
    if (!Object.hasOwn(now, name)) marks.push({ mark: 'parameter-removed', pointer: at, detail: name });
    else marks.push(...typeMarks(formerly[name], now[name], at, name), ...parameterMarks(formerly[name], now[name], at, depth + 1));
  }
  return marks;
}

function typeMarks(before: unknown, after: unknown, pointer: string, name: string): RiskMark[] {
  const [from, to] = [JSON.stringify(own(fields(before), 'type')), JSON.stringify(own(fields(after), 'type'))];
  return from === to ? [] : [{ mark: 'parameter-type-changed', pointer, detail: `${name}: ${from ?? 'any'} → ${to ?? 'any'}` }];
}

function argumentMarks(before: unknown, after: unknown): RiskMark[] {
  const named = (value: unknown): ReadonlyMap<unknown, boolean> =>
    new Map(list(value).map((each) => [own(fields(each), 'name'), own(fields(each), 'required') === true]));
  const [from, to] = [named(before), named(after)];
  const pointer = '/arguments';
  const marks: RiskMark[] = [];
  for (const [name, isRequired] of to)
    if (isRequired && from.get(name) !== true) marks.push({ mark: 'required-parameter-added', pointer, detail: String(name) });
  for (const name of from.keys()) if (!to.has(name)) marks.push({ mark: 'parameter-removed', pointer, detail: String(name) });
  return marks;
}

/** Absent hints mean: not read-only, destructive (2025-11-25 and 2026-07-28, ToolAnnotations). */
function annotationMarks(from: Fields, to: Fields): RiskMark[] {
  const isReadOnly = (hints: Fields): boolean => own(hints, 'readOnlyHint') === true;
  const isDestructive = (hints: Fields): boolean => !isReadOnly(hints) && own(hints, 'destructiveHint') !== false;
  const marks: RiskMark[] = [];
  if (isReadOnly(from) && !isReadOnly(to))
    marks.push({ mark: 'read-only-dropped', pointer: '/annotations/readOnlyHint', detail: 'It no longer says that it only reads.' });
  if (!isDestructive(from) && isDestructive(to))
    marks.push({ mark: 'turned-destructive', pointer: '/annotations/destructiveHint', detail: 'It may now destroy something.' });
  return marks;
}
