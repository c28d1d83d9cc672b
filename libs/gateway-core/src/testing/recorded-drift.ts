import { DriftReporter, type Sighting } from '../ports/drift-reporter.js';

/** A reporter that remembers what it was told; a test may take note of it as the product would. */
export class RecordedDrift extends DriftReporter {
  readonly sightings: Sighting[] = [];
  /** What a sighting leads to; the gateway waits for it where it must. */
  note: (sighting: Sighting) => Promise<void> = () => Promise.resolve();

  noticed(sighting: Sighting): Promise<void> {
    this.sightings.push(sighting);
    return this.note(sighting);
  }
}
