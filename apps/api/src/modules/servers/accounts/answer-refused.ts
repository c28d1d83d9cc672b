import { DomainError } from '@mcpnest/shared/errors';

/** An answer that is not believed. @param why in a sentence of ours */
export const answerRefused = (why: string): DomainError =>
  new DomainError('servers.oauth-answer-refused', {
    detail: `${why} Begin again on the Connections page; each attempt counts once, for ten minutes, in one browser.`,
  });
