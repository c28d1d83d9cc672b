import type { Provider } from '@nestjs/common';
import { CallMetrics } from './call-metrics.js';
import { StateMetrics } from './state-metrics.js';
import { StateReadModel } from './state.read-model.js';

/** What Prometheus is told. */
export const METRICS_PROVIDERS: Provider[] = [CallMetrics, StateReadModel, StateMetrics];
