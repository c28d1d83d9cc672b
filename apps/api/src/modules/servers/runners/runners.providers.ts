import { LocalHosting } from './local-hosting.js';
import { PackagesHere } from './packages-here.service.js';
import { RunnerReach } from './runner-reach.js';
import { RunnerRegistry } from './runner-registry.js';
import { RunnerWork } from './runner-work.service.js';
import { RunnersRepository } from './runners.repository.js';

/** Local servers on other machines than the gateway's. */
export const RUNNERS_PROVIDERS = [RunnersRepository, RunnerRegistry, RunnerReach, LocalHosting, PackagesHere, RunnerWork];
