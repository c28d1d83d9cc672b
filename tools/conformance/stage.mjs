// The gateways that runs share, started when the first run needs them.
import { startGateway, startReplicas } from './gateway.mjs';

export class Stage {
  #gateways = new Map();
  #failed = new Set();

  /** The gateway for a way of reaching servers. @throws what kept it from starting, the first time in full */
  async gateway(way) {
    const kind = way === 'replicas' ? 'replicas' : 'alone';
    if (this.#failed.has(kind)) throw new Error('the gateway did not start, as said above');
    if (!this.#gateways.has(kind)) this.#gateways.set(kind, kind === 'replicas' ? startReplicas() : startGateway());
    try {
      return await this.#gateways.get(kind);
    } catch (error) {
      if (this.#failed.has(kind)) throw new Error('the gateway did not start, as said above', { cause: error });
      this.#failed.add(kind);
      throw error;
    }
  }

  async end() {
    const gateways = [...this.#gateways.values()];
    this.#gateways.clear();
    await Promise.allSettled(gateways.map(async (gateway) => (await gateway).end()));
  }
}
