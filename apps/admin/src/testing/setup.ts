import '@testing-library/jest-dom';
import { cleanup, configure } from '@testing-library/react';
import { resetServer } from './server';

// A busy machine is no fault of the console: what never appears still fails.
configure({ asyncUtilTimeout: 10_000 });

// What jsdom lacks and the components ask for.
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList;
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

beforeEach(() => resetServer());
afterEach(() => {
  cleanup();
  window.localStorage.clear();
  window.sessionStorage.clear();
});
