import { genesisHash, linkHash } from '../chain/chain-hash.js';
import type { RetentionClass } from '../chain/chain-name.js';
import { callRecord } from '../testing/call-records.js';
import { canonicalCall } from './canonical-text.js';
import { FRAME } from './frame.js';
import { EndFrame, WriterTrack, type Hole } from './writer-state.js';

const DAY = '2026-11-23';

/** Records of one chain, each behind the one before, as their frames hold them. */
function chainOf(retentionClass: RetentionClass, records: number): { readonly chain: string; readonly bodies: readonly Buffer[] } {
  const chain = `w1.${retentionClass}.${DAY}`;
  let before = genesisHash(chain);
  const bodies = Array.from({ length: records }, (_, index) => {
    const text = canonicalCall(callRecord({ receivedAt: Date.parse(DAY) + index }), { writer: 'w1', retentionClass, sequence: index + 1 });
    const hash = linkHash(before, text);
    const body = Buffer.concat([before, Buffer.from(text), hash]);
    before = hash;
    return body;
  });
  return { chain, bodies };
}

describe('who follows the frames of a writer', () => {
  let track: WriterTrack;
  const follow = (body: Buffer): readonly Hole[] => track.follow({ kind: FRAME.end, body }, new EndFrame(body));
  const head = (chain: string, sequence: number, hash: Buffer): readonly Hole[] => {
    const content = { writer: 'w1', checkpoints: 0, previous: null, gaps: 0, dropped: 0 };
    const chains = [{ chain, sequence, hash: hash.toString('hex'), isSigned: true }];
    return track.follow({ kind: FRAME.head, body: Buffer.from(JSON.stringify({ ...content, chains })) });
  };
  const reached = () => track.state().chains.map(({ chain, sequence, hash }) => ({ chain, sequence, hash }));
  beforeEach(() => {
    track = new WriterTrack();
  });

  it('knows how far each chain has come, also where they take turns', () => {
    const [standard, long] = [chainOf('standard', 4), chainOf('long', 2)];
    const [s, l] = [standard.bodies, long.bodies];
    for (const body of [s[0]!, s[1]!, l[0]!, s[2]!, l[1]!, s[3]!]) expect(follow(body)).toEqual([]);
    expect(reached()).toEqual([
      { chain: standard.chain, sequence: 4, hash: new EndFrame(s[3]!).hash },
      { chain: long.chain, sequence: 2, hash: new EndFrame(l[1]!).hash },
    ]);
  });

  it('names what is missing between two records, with the hash from which the chain goes on', () => {
    const { chain, bodies } = chainOf('standard', 6);
    expect([0, 1, 4].map((index) => follow(bodies[index]!))).toEqual([
      [],
      [],
      [{ chain, from: 3, to: 4, hash: new EndFrame(bodies[3]!).hash }],
    ]);
    expect(follow(bodies[5]!)).toEqual([]);
    expect(reached()).toEqual([expect.objectContaining({ chain, sequence: 6 })]);
  });

  it('names what is missing before a file, and goes on behind its head', () => {
    const { chain, bodies } = chainOf('standard', 4);
    head(chain, 0, genesisHash(chain));
    follow(bodies[0]!);
    expect(head(chain, 2, new EndFrame(bodies[1]!).hash)).toEqual([{ chain, from: 2, to: 2, hash: new EndFrame(bodies[1]!).hash }]);
    expect([follow(bodies[2]!), follow(bodies[3]!)]).toEqual([[], []]);
    expect(reached()).toEqual([{ chain, sequence: 4, hash: new EndFrame(bodies[3]!).hash }]);
  });

  it('is not led back by a record that stands in the file again', () => {
    const { chain, bodies } = chainOf('standard', 3);
    for (const at of [0, 1, 2, 0, 1]) expect(follow(bodies[at]!)).toEqual([]);
    expect(reached()).toEqual([{ chain, sequence: 3, hash: new EndFrame(bodies[2]!).hash }]);
  });
});
