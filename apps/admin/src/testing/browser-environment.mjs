// A browser for the console's tests: jsdom with what it lacks of the web platform, taken from Node.
import { TestEnvironment } from 'jest-environment-jsdom';

const FROM_NODE = [
  'fetch', 'Request', 'Response', 'Headers', 'FormData', 'Blob', 'TextEncoder', 'TextDecoder', 'ReadableStream', 'WritableStream', 'TransformStream',
  'BroadcastChannel', 'structuredClone', 'AbortController', 'AbortSignal', 'CompressionStream', 'DecompressionStream', 'TextDecoderStream', 'TextEncoderStream',
];

export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of FROM_NODE) if (name in globalThis) this.global[name] = globalThis[name];
  }
}
