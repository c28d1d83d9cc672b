import type { VersionStep } from '@mcpnest/api-client';
import { screen } from '@testing-library/react';
import { answer } from '../../testing/server';
import { renderPage } from '../../testing/render-page';
import { VersionHistory } from './version-history';

const step = (number: number, part: Partial<VersionStep>): VersionStep => ({
  number,
  createdAt: '2026-11-20T10:00:00.000Z',
  actor: { kind: 'user', id: 'usr_1', name: 'Ada' },
  version: 1,
  from: null,
  to: 'draft',
  note: null,
  ...part,
});

it('tells each step with who and why, in plain text', async () => {
  const hostile = '<b>fine</b>';
  answer('get', '/servers/demo/history', {
    data: [step(3, { from: 'pending', to: 'approved', note: hostile }), step(2, { from: 'draft', to: 'pending' }), step(1, {})],
    nextCursor: null,
  });
  const { container } = renderPage(<VersionHistory server="demo" />);
  expect(await screen.findByText('Version 1: waiting for approval → approved')).toBeInTheDocument();
  expect(screen.getByText('Version 1: draft → waiting for approval')).toBeInTheDocument();
  expect(screen.getByText('Version 1 came in as draft')).toBeInTheDocument();
  expect(screen.getByText(hostile)).toBeInTheDocument();
  expect(screen.getAllByText(/Ada/)).toHaveLength(3);
  expect(container.querySelector('b')).toBeNull();
});
