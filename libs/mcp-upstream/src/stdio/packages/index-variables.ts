type Variables = Readonly<Record<string, string>>;

/**
 * The variables with one index for both tools: where only uv was told of one, pip hears of it, and the other way round. Further
 * indexes are not handed over, because pip takes the newest of all and uv that of the first which has the package.
 */
export function withOneIndex(environment: Variables): Variables {
  const [ofPip, ofUv] = [environment['PIP_INDEX_URL'], environment['UV_DEFAULT_INDEX'] ?? environment['UV_INDEX_URL']];
  if (ofPip !== undefined && ofUv === undefined) return { ...environment, UV_DEFAULT_INDEX: ofPip };
  if (ofPip !== undefined || ofUv === undefined || environment['PIP_NO_INDEX'] !== undefined) return environment;
  return { ...environment, PIP_INDEX_URL: addressOf(ofUv, environment) };
}

/** The address of an index as uv writes them, `name=address` or the address alone, with the credentials that stand under its name. */
function addressOf(index: string, environment: Variables): string {
  const [, name, address] = /^([\w.-]+)=(.+)$/.exec(index) ?? [];
  if (name === undefined || address === undefined || !URL.canParse(address)) return address ?? index;
  const url = new URL(address);
  const prefix = `UV_INDEX_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
  url.username ||= encodeURIComponent(environment[`${prefix}_USERNAME`] ?? '');
  url.password ||= encodeURIComponent(environment[`${prefix}_PASSWORD`] ?? '');
  return url.href;
}
