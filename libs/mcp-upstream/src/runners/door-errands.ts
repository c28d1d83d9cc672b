import type { ServerHttp2Stream } from 'node:http2';
import { AbortSource, type CancelSignal } from '@mcpnest/gateway-core';
import { HopStream } from './hop-stream.js';
import type { AskedTarget, ListHead } from './hop-words.js';
import type { NamedPackage, RunnerDesk } from './runner-desk.js';
import { failureHead } from './say-failure.js';

type Asked = Readonly<Record<string, unknown>>;
type Errand = (desk: RunnerDesk, asked: Asked, signal: CancelSignal) => Promise<unknown>;

/** What is asked once and answered once, by its word. */
export const ERRANDS: ReadonlyMap<string, Errand> = new Map<string, Errand>([
  ['list', async (desk, asked, signal) => list(desk, asked as unknown as ListHead, signal)],
  ['probe', async (desk, asked, signal) => desk.connector.probe(await desk.targetOf(asked['target'] as AskedTarget), signal)],
  ['report', async (desk) => (await desk.programs.reports())[0]?.report ?? null],
  ['states', (desk, { serverId }) => desk.programs.states(typeof serverId === 'string' ? serverId : undefined)],
  ['end', async (desk, { serverId, by }) => (await desk.programs.end(String(serverId), by === 'restart' ? 'restart' : 'stop'), null)],
  ['newest', (desk, { name }) => desk.packages.newest(String(name))],
  ['pin', (desk, { spec }) => desk.packages.pin(String(spec))],
  ['lacks', (desk) => desk.packages.lacks()],
  ['find', (desk, asked) => desk.packages.find(namedPackage(asked))],
  ['install', (desk, asked) => desk.packages.install(namedPackage(asked))],
]);

const namedPackage = ({ spec, scripts }: Asked): NamedPackage => ({
  spec: String(spec),
  scripts: Array.isArray(scripts) ? scripts.map(String) : [],
});

const list = async (desk: RunnerDesk, { target, kind }: ListHead, signal: CancelSignal): Promise<unknown> =>
  desk.connector.list(await desk.targetOf(target), kind, signal);

/** Runs an errand for a gateway and says what came of it. */
export function answerErrand(stream: ServerHttp2Stream, desk: RunnerDesk, errand: Errand): void {
  const gone = new AbortSource();
  const run = async (asked: Asked): Promise<void> => {
    try {
      hop.send({ says: 'done' }, JSON.stringify(await errand(desk, asked, gone)));
    } catch (error) {
      if (!gone.aborted) hop.send(failureHead(error));
    }
    hop.end();
  };
  const hop = new HopStream(stream, {
    heard: (head) => void run(head),
    closed: () => gone.abort(new Error('the gateway wants it no more')),
  });
}
