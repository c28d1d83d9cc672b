import { act, renderHook } from '@testing-library/react';
import { HOLD_MS, useHeld } from './use-held';

const begin = () => {
  const sent: [string, boolean][] = [];
  const hook = renderHook(() => useHeld<string>((one, leaving) => sent.push([one, leaving])));
  act(() => hook.result.current.hold('one', 'One is about to happen'));
  return { sent, ...hook };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('sends an act ten seconds later, and not before', () => {
  const { sent, result } = begin();
  expect(result.current.held).toEqual(['one']);
  act(() => jest.advanceTimersByTime(HOLD_MS - 1));
  expect(sent).toEqual([]);
  act(() => jest.advanceTimersByTime(1));
  expect(sent).toEqual([['one', false]]);
  expect(result.current.held).toEqual([]);
});

it('never sends an act that was taken back', () => {
  const { sent, result, unmount } = begin();
  act(() => void result.current.drop('one'));
  act(() => jest.advanceTimersByTime(HOLD_MS));
  unmount();
  expect(sent).toEqual([]);
});

it('sends at once, and once, what is held when the page is left', () => {
  const { sent, unmount } = begin();
  unmount();
  act(() => jest.advanceTimersByTime(HOLD_MS));
  expect(sent).toEqual([['one', false]]);
});

it('says that nobody waits when the document goes away', () => {
  const { sent } = begin();
  act(() => void window.dispatchEvent(new Event('pagehide')));
  expect(sent).toEqual([['one', true]]);
});
