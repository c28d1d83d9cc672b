import type { AuditPolicy } from '@mcpnest/api-client';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page';
import { answer, changes, OPERATOR } from '../../../testing/server';
import { PolicyPanel } from './policy-panel';

jest.setTimeout(30_000);

const SAVED: AuditPolicy = {
  workspaceId: 'wsp_1',
  slug: 'team',
  name: 'Team',
  mode: null,
  retentionDays: null,
  legalHold: false,
  usualMode: 'available',
  usualRetentionDays: 90,
};

it('keeps records longer and on hold', async () => {
  answer('get', '/workspaces/team/audit-policy', SAVED);
  answer('put', '/audit/policies/team', { ...SAVED, retentionDays: 365, legalHold: true });
  const { user } = renderPage(<PolicyPanel slug="team" />);
  await user.type(await screen.findByLabelText('Days kept'), '365');
  await user.click(screen.getByRole('switch', { name: /^Legal hold/ }));
  await user.click(screen.getByText('Save'));
  await waitFor(() => expect(changes().map(({ body }) => body)).toEqual([{ mode: null, retentionDays: 365, legalHold: true }]));
});

it('only shows it to those who are no operators', async () => {
  answer('get', '/me', { ...OPERATOR, permissions: [] });
  answer('get', '/workspaces/team/audit-policy', { ...SAVED, legalHold: true });
  renderPage(<PolicyPanel slug="team" />);
  expect(await screen.findByText('Operators change this.')).toBeInTheDocument();
  expect(screen.getByRole('switch', { name: /^Legal hold/ })).toBeChecked();
  expect(screen.getByRole('switch', { name: /^Legal hold/ })).toBeDisabled();
  expect(screen.queryByText('Save')).toBeNull();
});
