// A browser for the console's tests: jsdom with what it lacks of the web platform, taken from Node.
import { TestEnvironment } from 'jest-environment-jsdom';

const FROM_NODE = [
  'fetch',
  'Response',
  'Headers',
  'FormData',
  'Blob',
  'TextEncoder',
  'TextDecoder',
  'ReadableStream',
  'WritableStream',
  'TransformStream',
  'BroadcastChannel',
  'structuredClone',
  'CompressionStream',
  'DecompressionStream',
  'TextDecoderStream',
  'TextEncoderStream',
];

/** Node's Request takes only Node's signals, and jsdom's listeners only jsdom's: tests of the console abort nothing. */
class RequestWithoutSignal extends globalThis.Request {
  constructor(input, init = {}) {
    super(input, { ...init, signal: null });
  }
}

export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.Request = RequestWithoutSignal;
    for (const name of FROM_NODE) if (name in globalThis) this.global[name] = globalThis[name];
  }
}
