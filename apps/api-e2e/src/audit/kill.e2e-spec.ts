import { KilledGateway } from '../harness/killed-gateway.js';

const START_MS = 90_000;
const PER_SECOND = 500;
/** How many answers each life of the gateway lasts. */
const LIVES = [600, 900, 1_500];

describe('a gateway that is killed under 500 calls a second', () => {
  let gateway: KilledGateway;

  beforeAll(async () => {
    gateway = await KilledGateway.start();
  }, START_MS);
  afterAll(() => gateway?.remove(), START_MS);

  it.each(LIVES)(
    'after %i answers: every answered call has its row, every call that had left has one, none has two, and those cut off say so',
    async (answers) => {
      const found = await gateway.killAfter(answers, PER_SECOND);
      expect(found.answered).toBeGreaterThanOrEqual(answers);
      expect(found.held).toBeGreaterThan(0);
      expect(found).toMatchObject({ missing: 0, untold: 0, doubled: 0, wrong: 0, heldAndNotUnknown: 0 });
    },
    START_MS,
  );

  it('leaves chains in which every row is as it was recorded', async () => {
    expect(await gateway.faults()).toEqual([]);
  }, 30_000);
});
