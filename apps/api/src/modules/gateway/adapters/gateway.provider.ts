import type { FactoryProvider } from '@nestjs/common';
import { Gateway, SessionStore, type Tracer } from '@mcpnest/gateway-core';
import { HttpConfig, VaultConfig } from '../../../config/slices.js';
import { PRODUCT_VERSION } from '../../../config/product-version.js';
import { Telemetry } from '../../../platform/observability/telemetry/telemetry.js';
import { ReplicaRegistry } from '../replicas/replica-registry.js';
import { TokenClients } from '../../auth/index.js';
import { sha256 } from '../../servers/index.js';
import { AesSealer } from './aes-sealer.js';
import { CreditedConnector } from './credited-connector.js';
import { CoreLog } from './core-log.js';
import { ExplanationSlot } from './explanation-slot.js';
import { isLoopbackHost } from './loopback-host.js';
import { NotedDrift } from './noted-drift.js';
import { SystemClock } from './system-clock.js';

const NEEDS = [
  CreditedConnector,
  SessionStore,
  ReplicaRegistry,
  NotedDrift,
  ExplanationSlot,
  TokenClients,
  HttpConfig,
  VaultConfig,
  Telemetry,
] as const;
/** One of each class, in the same order. */
type OneOfEach<T extends readonly unknown[]> = { -readonly [At in keyof T]: T[At] extends { readonly prototype: infer One } ? One : never };

/** The gateway core on this machine's clocks, log and connections. */
export const gatewayProvider: FactoryProvider<Gateway> = {
  provide: Gateway,
  inject: [...NEEDS],
  useFactory: async (...[connector, sessions, replicas, drift, explanations, clients, http, vault, telemetry]: OneOfEach<typeof NEEDS>) => {
    const ports = {
      connector,
      sessions,
      replicas,
      drift,
      tracer: await tracerOf(telemetry),
      clock: new SystemClock(),
      log: new CoreLog(),
      sealer: new AesSealer(vault.masterKey, vault.formerMasterKey ? [vault.formerMasterKey] : []),
    };
    // Neither changes while the process runs, and both are asked for by every request.
    const publicOrigin = new URL(http.publicUrl).origin;
    const onLoopback = isLoopbackHost(http.host);
    const origins = { publicOrigin: () => publicOrigin, onLoopback: () => onLoopback };
    const byteLength = (text: string): number => Buffer.byteLength(text);
    const noteClient = (tokenId: string, client: string): void => clients.note(tokenId, client);
    return new Gateway(ports, { origins, version: PRODUCT_VERSION, byteLength, sha256, explainHidden: explanations.explain, noteClient });
  },
};

/** The library of OpenTelemetry is loaded only where it is used. */
async function tracerOf({ tracer, meter }: Telemetry): Promise<Tracer | undefined> {
  if (!tracer && !meter) return undefined;
  const { OtelTracer } = await import('../tracing/otel-tracer.js');
  return new OtelTracer(tracer, meter);
}
