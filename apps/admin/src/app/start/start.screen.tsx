import { Button, Group, Stack, Stepper, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Brand } from '../../ui/brand';
import { appText } from '../app.text';
import { ConnectStep } from './connect.step';
import { ServerStep } from './server.step';
import classes from './start.module.css';
import { START_STEPS } from './start-state';
import { TestStep } from './test.step';
import { useStart, type Start } from './use-start';
import { WorkspaceStep } from './workspace.step';

const text = appText.start;

function headingOf({ state }: Start): { title: string; lead: string } {
  switch (state.step) {
    case 'workspace':
      return { title: text.workspaceTitle, lead: text.workspaceLead };
    case 'server':
      return { title: text.serverTitle, lead: text.serverLead };
    case 'test':
      return { title: text.testTitle(state.choice?.name ?? ''), lead: text.testLead };
    case 'connect':
      return { title: text.connectTitle, lead: text.connectLead };
  }
}

function Body({ start, onDone }: { start: Start; onDone: () => void }) {
  const { step, choice } = start.state;
  if (step === 'workspace') return <WorkspaceStep start={start} />;
  if (step === 'test' && choice) return <TestStep start={start} choice={choice} />;
  if (step === 'connect') return <ConnectStep start={start} onDone={onDone} />;
  return <ServerStep start={start} />;
}

/** First visit to first call. Leaving and coming back continues at the same step. */
export function StartScreen() {
  const { workspace } = useSearch({ from: '/in/start' });
  const navigate = useNavigate();
  const start = useStart(workspace);
  const { step, workspace: slug } = start.state;
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, lead } = headingOf(start);
  useEffect(() => {
    document.title = `${title} · MCPNest`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  const leave = () => {
    start.end();
    void (slug ? navigate({ to: '/w/$slug', params: { slug } }) : navigate({ to: '/workspaces' }));
  };
  return (
    <main className={classes['ground']}>
      <Stack gap="xl" className={classes['frame'] ?? ''}>
        <Group justify="space-between">
          <Brand size={30} />
          <Button variant="subtle" color="gray" onClick={leave}>
            {text.skip}
          </Button>
        </Group>
        <Stepper active={START_STEPS.indexOf(step)} size="xs" iconSize={26} aria-label={text.title}>
          {START_STEPS.map((one) => (
            <Stepper.Step key={one} label={text.steps[one]} allowStepSelect={false} />
          ))}
        </Stepper>
        <Stack gap="lg" className={classes['panel'] ?? ''}>
          <Stack gap={4}>
            {start.resumed && (
              <Text size="xs" c="dimmed">
                {text.resumed}
              </Text>
            )}
            <Title order={1} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
              {title}
            </Title>
            <Text size="sm" c="dimmed">
              {lead}
            </Text>
          </Stack>
          <Body start={start} onDone={leave} />
        </Stack>
      </Stack>
    </main>
  );
}
