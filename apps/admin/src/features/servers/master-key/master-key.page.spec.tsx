import { screen, within } from '@testing-library/react';
import { answer } from '../../../testing/server';
import { renderPage } from '../../../testing/render-page';
import { MasterKeyPage } from './master-key.page';

const view = (more: object) =>
  answer('get', '/settings/master-key', {
    ...{ id: 'NewKeyName12', formerId: null, dataKeys: 8, waiting: 0, former: 'none' },
    masterKeys: [{ masterId: 'NewKeyName12', place: 'in-force', keys: 8 }],
    ...more,
  });
const open = () => renderPage(<MasterKeyPage tabs={null} />);
const stepNow = () => document.querySelector('[aria-current="step"]')?.textContent;

it('names the key in force, and begins with how a change is made', async () => {
  view({});
  open();
  expect(await screen.findByText('No change is under way')).toBeVisible();
  expect(within(screen.getByRole('table')).getByText('100 %')).toBeVisible();
  expect(stepNow()).toContain('Make a new key');
  expect(screen.queryByRole('progressbar')).toBeNull();
});

it('shows how far a change has got, key by key', async () => {
  const masterKeys = [
    { masterId: 'NewKeyName12', place: 'in-force', keys: 6 },
    { masterId: 'OldKeyName12', place: 'former', keys: 1 },
    { masterId: null, place: 'unknown', keys: 1 },
  ];
  view({ formerId: 'OldKeyName12', waiting: 2, former: 'needed', masterKeys });
  open();
  expect(await screen.findByRole('progressbar', { name: '6 of 8 data keys are wrapped by the key in force' })).toHaveAttribute(
    'aria-valuenow',
    '75',
  );
  for (const words of ['75 %', 'not named yet']) expect(screen.getByText(words)).toBeVisible();
  expect(screen.getAllByText('12.5 %')).toHaveLength(2);
  expect(stepNow()).toContain('Wait until');
  expect(screen.queryByText(/a key that is not given/)).toBeNull();
});

it('says when the former key can go', async () => {
  view({ formerId: 'OldKeyName12', former: 'not-needed' });
  open();
  expect(await screen.findByText(/Take MCPNEST_FORMER_MASTER_KEY away/)).toBeVisible();
  expect(stepNow()).toContain('Take the former key away');
});

it('says that secrets cannot be read where their key is not given', async () => {
  view({ masterKeys: [{ masterId: 'LostKeyName1', place: 'unknown', keys: 8 }] });
  open();
  expect(await screen.findByText('Some data keys are wrapped by a key that is not given')).toBeVisible();
});
