type Meta = Readonly<Record<string, unknown>>;

const TEXTS_MAX = 64;
const TEXT_LENGTH_MAX = 1_024;

/** Texts met lately and what they say. */
const known = new Map<string, Meta>();

/**
 * Parses `params._meta`, a well-formed object. A client says the same about itself in every request, so a few texts are
 * remembered; equal texts give one object, which nobody can change.
 */
export function parseMeta(text: string): Meta {
  const met = known.get(text);
  if (met) return met;
  const meta = JSON.parse(text) as Meta;
  if (text.length > TEXT_LENGTH_MAX) return meta;
  freeze(meta);
  // Forgetting all at once keeps no order of use; whoever still calls is remembered again at once.
  if (known.size >= TEXTS_MAX) known.clear();
  // The text is a slice that would keep the whole body of its request; this one is a copy.
  known.set(` ${text}`.slice(1), meta);
  return meta;
}

/** All the way down: the object is shared by requests that have nothing to do with each other. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  for (const member of Object.values(value)) freeze(member);
}
