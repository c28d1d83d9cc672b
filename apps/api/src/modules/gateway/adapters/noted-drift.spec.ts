import type { Sighting } from '@mcpnest/gateway-core';
import type { LockIntake } from '../../servers/index.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { NotedDrift } from './noted-drift.js';

quietLog();

const sighting = (hash: string, kind: Sighting['kind'] = 'tools'): Sighting => ({
  versionId: 'ver_1',
  kind,
  items: [{ key: 'a', hash, text: '{}' }],
});

/** A room that takes notes when it is told to, and remembers what it was given. */
class Desk {
  readonly noted: string[] = [];
  isNews = true;
  isBroken = false;
  private open: (() => void)[] = [];
  private isHeld = false;

  note = async (_: unknown, { kind, items }: Sighting): Promise<boolean> => {
    if (this.isHeld) await new Promise<void>((resolve) => this.open.push(resolve));
    if (this.isBroken) throw new Error('the database is away');
    this.noted.push(`${kind} ${items[0]!.hash}`);
    return this.isNews;
  };

  hold(): void {
    this.isHeld = true;
  }

  release(): void {
    this.isHeld = false;
    for (const resolve of this.open.splice(0)) resolve();
  }
}

describe('notes about what servers list', () => {
  let desk: Desk;
  let drift: NotedDrift;
  beforeEach(() => {
    jest.useFakeTimers();
    jest.advanceTimersByTime(3_600_000);
    desk = new Desk();
    drift = new NotedDrift({ note: desk.note } as unknown as LockIntake);
  });
  afterEach(async () => {
    await drift.onApplicationShutdown();
    jest.useRealTimers();
  });

  it('are taken at once the first time, each kind for itself', async () => {
    await Promise.all([drift.noticed(sighting('one')), drift.noticed(sighting('one', 'prompts'))]);
    expect(desk.noted).toEqual(['tools one', 'prompts one']);
  });

  it('are taken one after the other, the newest sighting only, and after a pause where there was news', async () => {
    desk.hold();
    const first = drift.noticed(sighting('one'));
    const others = [drift.noticed(sighting('two')), drift.noticed(sighting('three'))];
    desk.release();
    await Promise.all([first, ...others]);
    expect(desk.noted).toEqual(['tools one']);
    await jest.advanceTimersByTimeAsync(200);
    expect(desk.noted).toEqual(['tools one', 'tools three']);
  });

  it('need no pause where nothing was new', async () => {
    desk.isNews = false;
    for (const hash of ['one', 'two', 'three']) await drift.noticed(sighting(hash));
    expect(desk.noted).toHaveLength(3);
  });

  it('become rare where a server changes all the time, and prompt again once it was quiet', async () => {
    for (let second = 0; second < 3_600; second++) {
      await drift.noticed(sighting(`at ${second}`));
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(desk.noted.length).toBeLessThan(30);
    await jest.advanceTimersByTimeAsync(2 * 3_600_000);
    await drift.noticed(sighting('calm'));
    expect(desk.noted.at(-1)).toBe('tools calm');
    await drift.noticed(sighting('soon'));
    await jest.advanceTimersByTimeAsync(200);
    expect(desk.noted.at(-1)).toBe('tools soon');
  });

  it('are tried again where they could not be taken, without failing anybody', async () => {
    desk.isBroken = true;
    await drift.noticed(sighting('one'));
    expect(desk.noted).toEqual([]);
    desk.isBroken = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(desk.noted).toEqual(['tools one']);
  });

  it('end with the process, which waits for the one under way', async () => {
    desk.hold();
    const under = drift.noticed(sighting('one'));
    void drift.noticed(sighting('two'));
    const ended = drift.onApplicationShutdown();
    desk.release();
    await Promise.all([under, ended]);
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(desk.noted).toEqual(['tools one']);
  });
});
