/** A stretch of text that both sides have, or one of them alone. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Cells of the comparison's table; larger texts are compared by lines, then as a whole. */
const CELLS_MAX = 4_000_000;
const WORDS = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;
const LINES = /[^\n]*\n|[^\n]+$/g;

/**
 * What became of a text, word by word. The parts that are `same` or `removed` are the first text, those that are `same` or `added` the second.
 * Texts of any size are taken; the larger, the coarser.
 */
export function diffWords(from: string, to: string): DiffPart[] {
  for (const unit of [WORDS, LINES]) {
    const left = from.match(unit) ?? [];
    const right = to.match(unit) ?? [];
    const [head, tail] = sharedEnds(left, right);
    const middle = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)] as const;
    if ((middle[0].length + 1) * (middle[1].length + 1) > CELLS_MAX) continue;
    return merged([
      ...left.slice(0, head).map((text): DiffPart => ({ kind: 'same', text })),
      ...diffTokens(...middle),
      ...left.slice(left.length - tail).map((text): DiffPart => ({ kind: 'same', text })),
    ]);
  }
  return merged([
    { kind: 'removed', text: from },
    { kind: 'added', text: to },
  ]);
}

/** How many tokens the two have in common at the beginning and at the end. */
function sharedEnds(left: readonly string[], right: readonly string[]): [number, number] {
  const most = Math.min(left.length, right.length);
  let head = 0;
  while (head < most && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < most - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1;
  return [head, tail];
}

/** Longest common subsequence by the plain table, read from its start. */
function diffTokens(left: readonly string[], right: readonly string[]): DiffPart[] {
  const width = right.length + 1;
  const longest = new Uint32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        left[i] === right[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      parts.push({ kind: 'same', text: left[i]! });
      i += 1;
      j += 1;
    } else if (j === right.length || (i < left.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) {
      parts.push({ kind: 'removed', text: left[i]! });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: right[j]! });
      j += 1;
    }
  }
  return parts;
}

/** Neighbours of one kind as one part; within a change, what went stands before what came. */
function merged(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
