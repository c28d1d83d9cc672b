import type { TestReport } from '@mcpnest/api-client';
import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { TestTrace } from './test-trace';

const report = (flagged: TestReport['flagged']): TestReport => ({
  ok: true,
  stages: [{ name: 'tools', ok: true }],
  tools: [{ name: 'find', description: 'Finds' }],
  ...(flagged && { flagged }),
});

it('a passed test names the tools that speak to the model, with what was found shown as text', async () => {
  const marks = [{ mark: 'addresses-model' as const, pointer: '/description', detail: 'read <b>~/.ssh' }];
  renderPage(<TestTrace report={report([{ name: 'fi\u200bnd', marks }])} running={false} />);
  expect(await screen.findByText('1 tool to look at before approving')).toBeVisible();
  expect(screen.getByText('talks to the model.')).toBeVisible();
  expect(screen.getByText(/read <b>~\/\.ssh/)).toBeVisible();
  expect(screen.getByText('U+200B')).toBeVisible();
});

it('says nothing of flags where there are none', async () => {
  renderPage(<TestTrace report={report([])} running={false} />);
  expect(await screen.findByText('Works: 1 tool found')).toBeVisible();
  expect(screen.queryByText(/to look at/)).not.toBeInTheDocument();
});
