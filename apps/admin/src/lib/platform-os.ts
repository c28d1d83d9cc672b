export type Os = 'macos' | 'windows' | 'linux';

/** The reader's operating system, as far as the browser says; Linux where it does not. */
export function detectOs(agent: Pick<Navigator, 'userAgent'> & { userAgentData?: { platform?: string } } = navigator): Os {
  const words = `${agent.userAgentData?.platform ?? ''} ${agent.userAgent}`;
  if (/mac|iphone|ipad/i.test(words)) return 'macos';
  return /win/i.test(words) ? 'windows' : 'linux';
}
