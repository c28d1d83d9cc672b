import { describeConnectorContract, type ContractSubject } from '../testing/connector.contract.js';
import { openStdioBench, type StdioBench } from '../testing/stdio-bench.js';

jest.setTimeout(60_000);

const opened: StdioBench[] = [];
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
});

const overPipes = (era: string) => async (): Promise<ContractSubject> => {
  const bench = openStdioBench({ args: ['--era', era] });
  opened.push(bench);
  return {
    connector: bench.connector,
    target: bench.target,
    tool: 'echo',
    input: { hello: 'wörld' },
    expected: 'wörld',
    slow: { tool: 'slow', input: {} },
    progressing: { tool: 'step', input: {} },
    listed: { tools: 'echo', prompts: 'greet', resources: 'test://one', templates: 'test://many/{id}' },
    uri: 'test://one',
    change: () => bench.call('change'),
  };
};

describeConnectorContract('stdio, legacy', overPipes('legacy'));
describeConnectorContract('stdio, modern', overPipes('modern'));
