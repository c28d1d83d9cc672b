/** One place where two JSON values differ. An absent side is `undefined`. */
export interface JsonChange {
  /** Names and indices from the root down; empty for the root itself. */
  path: readonly string[];
  kind: 'added' | 'removed' | 'changed';
  from: unknown;
  to: unknown;
}

/** Deeper than this, values are compared as a whole. */
const DEPTH_MAX = 40;

type Plain = Record<string, unknown>;
const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/**
 * Where two parsed JSON values differ, in the order of the second. The order of members means nothing;
 * lists of plain values (`required`, `enum`) are compared by what they hold, other lists place by place.
 */
export function diffJson(from: unknown, to: unknown, path: readonly string[] = []): JsonChange[] {
  if (path.length < DEPTH_MAX) {
    if (isObject(from) && isObject(to)) return diffMembers(from, to, path);
    if (Array.isArray(from) && Array.isArray(to)) {
      if ([...from, ...to].every(isScalar)) return diffPlainLists(from, to, path);
      return diffMembers({ ...from }, { ...to }, path);
    }
  }
  return isSame(from, to) ? [] : [{ path, kind: 'changed', from, to }];
}

function diffMembers(from: Plain, to: Plain, path: readonly string[]): JsonChange[] {
  const names = [...new Set([...Object.keys(to), ...Object.keys(from)])];
  return names.flatMap((name): JsonChange[] => {
    const at = [...path, name];
    if (!Object.hasOwn(from, name)) return [{ path: at, kind: 'added', from: undefined, to: to[name] }];
    if (!Object.hasOwn(to, name)) return [{ path: at, kind: 'removed', from: from[name], to: undefined }];
    return diffJson(from[name], to[name], at);
  });
}

function diffPlainLists(from: readonly unknown[], to: readonly unknown[], path: readonly string[]): JsonChange[] {
  const gone = from.filter((value) => !to.includes(value));
  const come = to.filter((value) => !from.includes(value));
  if (gone.length === 0 && come.length === 0) return isSame(from, to) ? [] : [{ path, kind: 'changed', from, to }];
  return [
    ...gone.map((value): JsonChange => ({ path, kind: 'removed', from: value, to: undefined })),
    ...come.map((value): JsonChange => ({ path, kind: 'added', from: undefined, to: value })),
  ];
}

/** Equal but for the order of members. */
function isSame(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, sorted(member)]);
  // Told apart from a list that holds the same.
  return { members };
}
