import { UpstreamFailure } from '@mcpnest/gateway-core';
import { waitFor, type CallTime } from '../call-time.js';
import { failure } from '../net/failures.js';
import { PackageProblem } from '../stdio/packages/package-source.js';
import type { HopKeys } from './hop-keys.js';
import type { RunnerHead } from './hop-words.js';
import { rankRunners, type RunnerPlace } from './placement.js';
import { RunnerAway } from './runner-away.js';
import { RunnerLink } from './runner-link.js';

/** Which runners take work now. */
export interface RunnerDirectory {
  ready(): readonly RunnerPlace[];
  /** Those that did not answer lately, or were not heard of: worth asking where no other is left. */
  doubtful(): readonly RunnerPlace[];
  /** Looks again, now, which there are. Never throws. */
  look(): Promise<void>;
  /** A runner did not answer, or said that it is leaving: others come first for a while. */
  distrust(name: string, reason: string): void;
}

export interface RunnerFleetOptions {
  readonly directory: RunnerDirectory;
  readonly keys: HopKeys;
  /** What this process calls itself towards runners; not a secret. */
  readonly self: string;
}

/** The runners as one gateway process reaches them. One for all connectors of the process. */
export class RunnerFleet {
  private readonly links = new Map<string, RunnerLink>();

  constructor(private readonly options: RunnerFleetOptions) {}

  /** The runners that take work now. */
  ready(): readonly RunnerPlace[] {
    return this.options.directory.ready();
  }

  /**
   * Does something on the runner where `key` is placed, or on the next one as long as nothing was begun. What changes nothing
   * when it is done twice is also begun again. Before it gives up it looks for runners that have come meanwhile, and asks those
   * that others had given up.
   * @throws UpstreamFailure where no runner takes it, or the one that did went away
   */
  async onRunnerOf<T>(
    key: string,
    work: (link: RunnerLink) => Promise<T>,
    { isRepeatable }: { readonly isRepeatable: boolean },
  ): Promise<T> {
    const tried = new Set<string>();
    for (;;) {
      const runner = await this.nextFor(key, tried);
      if (!runner) throw noRunner(tried.size);
      tried.add(runner.name);
      try {
        return await work(this.linkTo(runner));
      } catch (error) {
        if (!(error instanceof RunnerAway)) throw error;
        this.options.directory.distrust(runner.name, error.message);
        if (error.sent && !isRepeatable)
          throw failure('gateway.upstream-broken', true, "The runner of the server's process went away before it answered");
      }
    }
  }

  /** Asks the runner of a key for something that is answered at once. @throws UpstreamFailure, PackageProblem, or the signal's reason */
  ask<T>(key: string, verb: string, asked: object, time: CallTime): Promise<T> {
    return this.onRunnerOf(key, (link) => askOn<T>(link, verb, asked, time), { isRepeatable: true });
  }

  /** Asks every runner; one that does not answer is told as null. Never throws. */
  async askAll<T>(
    verb: string,
    asked: object,
    time: CallTime,
  ): Promise<readonly { readonly runner: RunnerPlace; readonly answer: T | null }[]> {
    return Promise.all(
      this.ready().map(async (runner) => {
        const answer = await askOn<T>(this.linkTo(runner), verb, asked, time).catch(() => null);
        return { runner, answer };
      }),
    );
  }

  close(): void {
    for (const link of this.links.values()) link.close();
    this.links.clear();
  }

  private async nextFor(key: string, tried: ReadonlySet<string>): Promise<RunnerPlace | undefined> {
    const { directory } = this.options;
    const first = (places: readonly RunnerPlace[]) => rankRunners(key, places).find(({ name }) => !tried.has(name));
    const known = first(directory.ready());
    if (known) return known;
    await directory.look();
    return first(directory.ready()) ?? first(directory.doubtful());
  }

  private linkTo(runner: RunnerPlace): RunnerLink {
    const known = this.links.get(runner.name);
    if (known) return known;
    this.forgetGone();
    const link = new RunnerLink(runner, this.options.keys, this.options.self);
    this.links.set(runner.name, link);
    return link;
  }

  /** Links to runners that take no work any more go with their last conversation; by then nobody looks for them here. */
  private forgetGone(): void {
    const names = new Set(this.ready().map(({ name }) => name));
    for (const name of this.links.keys()) if (!names.has(name)) this.links.delete(name);
  }
}

/** One question to one runner. @throws RunnerAway, UpstreamFailure, PackageProblem, or the signal's reason */
export async function askOn<T>(link: RunnerLink, verb: string, asked: object, time: CallTime): Promise<T> {
  if (time.signal.aborted) throw time.signal.reason;
  let answered!: (text: string) => void;
  let failed!: (error: unknown) => void;
  const answer = new Promise<string>((resolve, reject) => ([answered, failed] = [resolve, reject]));
  answer.catch(() => undefined);
  const stream = await waitFor(
    link.open(verb, { heard: (head, body) => settle(head as RunnerHead, body, answered, failed), away: failed }),
    time,
  );
  stream.send(asked);
  try {
    return JSON.parse(await waitFor(answer, time)) as T;
  } catch (error) {
    stream.cancel();
    throw error;
  } finally {
    stream.end();
  }
}

function settle(head: RunnerHead, body: string, answered: (text: string) => void, failed: (error: unknown) => void): void {
  if (head.says === 'done') answered(body);
  else failed(faultOf(head));
}

/** What a runner says went wrong. */
export function faultOf(head: RunnerHead): Error {
  if (head.says === 'failed') return new UpstreamFailure(head.code, head.message, head.sent);
  if (head.says === 'problem') return new PackageProblem(head.message);
  return failure('gateway.upstream-broken', true, 'The runner and this gateway do not speak the same language');
}

const noRunner = (tried: number): UpstreamFailure =>
  failure(
    'gateway.upstream-unreachable',
    false,
    tried === 0
      ? 'No runner takes local servers now; start a process with ROLE=runner on this database, or look at its log'
      : 'No runner could be reached; look at the page of the installation’s health, and at their logs',
  );
