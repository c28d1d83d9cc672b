import { LATEST_LEGACY, LEGACY_REVISIONS, isLegacyRevision, isModernRevision, MODERN_REVISIONS } from '../era.js';
import { checkLegacyVersion } from './version-header.js';

describe('revisions', () => {
  it('belong to one family each', () => {
    for (const revision of LEGACY_REVISIONS) expect([isLegacyRevision(revision), isModernRevision(revision)]).toEqual([true, false]);
    for (const revision of MODERN_REVISIONS) expect([isLegacyRevision(revision), isModernRevision(revision)]).toEqual([false, true]);
    expect(LEGACY_REVISIONS[0]).toBe(LATEST_LEGACY);
  });

  it('of the future are modern, anything else is neither', () => {
    expect(isModernRevision('2027-03-01')).toBe(true);
    for (const text of [undefined, '', 'banana', '2026-07-28, 2026-07-28', '2026-07-27', 'DRAFT-2026'])
      expect([isLegacyRevision(text), isModernRevision(text)]).toEqual([false, false]);
  });
});

describe('checkLegacyVersion', () => {
  it('lets served versions and silence pass', () => {
    for (const version of [undefined, ...LEGACY_REVISIONS]) expect(checkLegacyVersion({ idText: '1' }, version)).toBeUndefined();
  });

  it('refuses others with a 400 that names the served ones', () => {
    for (const version of ['', '1999-01-01', '2025-06-18, 2025-06-18'])
      expect(checkLegacyVersion({ idText: '1' }, version)).toMatchObject({ httpStatus: 400, code: -32600, idText: '1', reason: 'version' });
    expect(checkLegacyVersion({ idText: '1' }, 'x')!.message).toContain('2024-11-05');
  });
});
