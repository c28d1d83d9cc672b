import { PasswordHasher } from './password-hasher.js';

describe('hashing passwords', () => {
  it('uses argon2id with the parameters of the bar, and a salt of its own each time', async () => {
    const hasher = new PasswordHasher();
    const [first, second] = await Promise.all([hasher.hash('correct horse'), hasher.hash('correct horse')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(
      await Promise.all([
        hasher.matches(first, 'correct horse'),
        hasher.matches(first, 'Correct horse'),
        hasher.matches(null, 'correct horse'),
      ]),
    ).toEqual([true, false, false]);
  });

  it('never says yes for a person without a password, not even to the dummy', async () => {
    expect(await new PasswordHasher().matches(null, 'a password nobody has')).toBe(false);
  });

  it('lets twenty wait and turns the next ones away', async () => {
    const hasher = new PasswordHasher();
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => hasher.hash('correct horse')));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(outcomes.length - refused.length).toBe(22);
    expect(refused.map(({ reason }) => [reason.code, reason.facts.retryAfterSeconds])).toEqual(
      Array.from({ length: 8 }, () => ['auth.busy', 2]),
    );
    await expect(hasher.hash('again')).resolves.toContain('argon2id');
  });

  it('gives its place on when a hash fails', async () => {
    const hasher = new PasswordHasher();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => hasher.matches('not a hash', 'x')));
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'rejected'));
    await expect(hasher.hash('after')).resolves.toContain('argon2id');
  });
});
