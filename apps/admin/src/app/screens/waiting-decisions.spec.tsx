import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { answer } from '../../testing/server';
import { WaitingDecisions } from './waiting-decisions';

it.each([
  { open: 2, toDecide: 0, named: 'Changes of servers to decide', unnamed: 'Requests to decide' },
  { open: 0, toDecide: 3, named: 'Requests to decide', unnamed: 'Changes of servers to decide' },
])('of $open changes and $toDecide requests names what waits, and nothing that does not', async ({ open, toDecide, named, unnamed }) => {
  answer('get', '/changes', { data: [], nextCursor: null, open });
  answer('get', '/requests/counts', { toDecide, mine: 0 });
  renderPage(<WaitingDecisions />);
  expect(await screen.findByRole('link', { name: named })).toBeVisible();
  expect(screen.queryByText(unnamed)).not.toBeInTheDocument();
});
