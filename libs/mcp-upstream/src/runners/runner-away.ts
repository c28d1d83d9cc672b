/** A runner could not be asked, or went away: something else than an answer of the server, or of the runner. */
export class RunnerAway extends Error {
  override readonly name = 'RunnerAway';

  constructor(
    message: string,
    /** Whether the runner may have begun with what it was asked. */ readonly sent: boolean,
    /** Whether it takes leave in order, so that it is not to be distrusted. */ readonly isLeaving = false,
  ) {
    super(message);
  }
}
