import { telemetryConfig } from '../../../config/telemetry-config.js';
import { readEnvironment } from '../../../config/env.schema.js';

const OFF: Record<string, string>[] = [
  {},
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' },
];

describe('telemetry', () => {
  beforeEach(() => {
    jest.resetModules();
    jest.doMock('@opentelemetry/sdk-trace', () => {
      throw new Error('loaded');
    });
  });
  afterEach(() => jest.dontMock('@opentelemetry/sdk-trace'));

  const made = async (source: Record<string, string>) => {
    const { telemetryProvider } = await import('./telemetry.provider.js');
    return telemetryProvider.useFactory(telemetryConfig(readEnvironment(source)));
  };

  it.each(OFF)('that nobody asked for loads nothing and measures nothing: %j', async (source) => {
    const telemetry = await made(source);
    expect([telemetry.tracer, telemetry.meter, telemetry.figures()]).toEqual([null, null, null]);
  });

  it('that somebody asked for is loaded', async () => {
    await expect(made({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' })).rejects.toThrow('loaded');
  });
});
