import { describeConnectorContract, type ContractSubject } from '../testing/connector.contract.js';
import { RunnerBench } from '../testing/runner-bench.js';

jest.setTimeout(60_000);

const opened: RunnerBench[] = [];
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
});

const onRunner = (era: string) => async (): Promise<ContractSubject> => {
  const bench = new RunnerBench({ args: ['--era', era] });
  opened.push(bench);
  await bench.runner();
  const gateway = bench.gateway();
  return {
    connector: gateway.connector,
    target: bench.shared,
    tool: 'echo',
    input: { hello: 'wörld' },
    expected: 'wörld',
    slow: { tool: 'slow', input: {} },
    progressing: { tool: 'step', input: {} },
    listed: { tools: 'echo', prompts: 'greet', resources: 'test://one', templates: 'test://many/{id}' },
    uri: 'test://one',
    change: () => gateway.call('change'),
  };
};

describeConnectorContract('on a runner, legacy', onRunner('legacy'));
describeConnectorContract('on a runner, modern', onRunner('modern'));
