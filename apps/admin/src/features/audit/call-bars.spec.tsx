import type { CallHistogram } from '@mcpnest/api-client';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page';
import { CallBars } from './call-bars';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 10, minute)).toISOString();
const bar = (minute: number, calls: number) => ({ from: at(minute), to: at(minute + 5), calls, outcomes: { success: calls } });
const histogram: CallHistogram = { from: at(0), to: at(15), stepMs: 300_000, calls: 7, bars: [bar(0, 3), bar(5, 0), bar(10, 4)] };

describe('bars of calls', () => {
  it('narrow to one bar by mouse and by keyboard', async () => {
    const onRange = jest.fn();
    renderPage(<CallBars histogram={histogram} onRange={onRange} />);
    const bars = await screen.findAllByRole('button');
    await userEvent.click(bars[2]!);
    expect(onRange).toHaveBeenLastCalledWith(at(10), at(15));
    bars[0]!.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(onRange).toHaveBeenLastCalledWith(at(5), at(10));
  });

  it('narrow to all that were drawn over, from either side', async () => {
    const onRange = jest.fn();
    renderPage(<CallBars histogram={histogram} onRange={onRange} />);
    const bars = await screen.findAllByRole('button');
    fireEvent.pointerDown(bars[2]!);
    fireEvent.pointerMove(bars[0]!);
    fireEvent.pointerUp(bars[0]!);
    expect(onRange).toHaveBeenCalledWith(at(0), at(15));
  });
});
