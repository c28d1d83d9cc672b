// The gateways that runs share, started when the first run needs them.
import { startGateway, startReplicas } from './gateway.mjs';

export class Stage {
  #gateways = new Map();

  /** The gateway for a way of reaching servers. */
  gateway(way) {
    const kind = way === 'replicas' ? 'replicas' : 'alone';
    if (!this.#gateways.has(kind)) this.#gateways.set(kind, kind === 'replicas' ? startReplicas() : startGateway());
    return this.#gateways.get(kind);
  }

  async end() {
    const gateways = [...this.#gateways.values()];
    this.#gateways.clear();
    await Promise.allSettled(gateways.map(async (gateway) => (await gateway).end()));
  }
}
