/** A runner could not be asked, or went away: something else than an answer of the server, or of the runner. */
export class RunnerAway extends Error {
  override readonly name = 'RunnerAway';

  constructor(
    message: string,
    /** Whether the runner may have begun with what it was asked. */ readonly sent: boolean,
  ) {
    super(message);
  }
}
