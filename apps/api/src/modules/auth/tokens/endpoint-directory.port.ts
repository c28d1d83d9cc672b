/** Which workspace an endpoint's slug stands for. Implemented by the gateway room from its route table, bound in the composition root. */
export abstract class EndpointDirectory {
  /** Answers from memory. */
  abstract workspaceIdOf(slug: string): string | undefined;
}
