import { exposureRoute, GatewayHarness, workspaceRoute } from '@mcpnest/gateway-core/testing';
import { UpstreamFailure } from '@mcpnest/gateway-core';
import { PublishedListsController } from './published-lists.controller.js';

const down = (): never => {
  throw new UpstreamFailure('gateway.upstream-unreachable', 'down', false);
};
const offer = {
  prompts: [
    { name: 'greet', title: 'Greet', description: 5, arguments: [{ name: 'who', required: true }, { name: 'how' }] },
    { name: 'odd', arguments: 'none' },
  ],
  resources: [{ uri: 'test://a', name: 'a', mimeType: 'text/plain' }],
  templates: [{ uriTemplate: 'test://{x}', name: 'x' }],
};
const open = (): PublishedListsController => {
  const exposures = [exposureRoute('one'), exposureRoute('two', { createdAt: 2_000, toolPrefix: 't_' }), exposureRoute('gone')];
  const { gateway } = new GatewayHarness({ one: offer, two: offer, gone: { beforeList: down } }, [workspaceRoute(exposures)]);
  return new PublishedListsController(gateway);
};
const PROBLEMS = [{ server: 'gone', reason: 'gateway.upstream-unreachable', detail: 'The server cannot be reached.' }];

describe('what a workspace publishes beside its tools', () => {
  it('is its prompts, with the names clients see and why some see none', async () => {
    const { data, problems } = await open().prompts('acme');
    expect(data.map(({ server, prompt, name, published }) => [server, prompt, name, published])).toEqual([
      ['one', 'greet', 'greet', true],
      ['one', 'odd', null, false],
      ['two', 'greet', 't_greet', true],
      ['two', 'odd', null, false],
    ]);
    expect(data[0]).toMatchObject({
      title: 'Greet',
      description: null,
      arguments: [
        { name: 'who', description: null, required: true },
        { name: 'how', description: null, required: false },
      ],
    });
    expect(data[1]).toMatchObject({ arguments: [], reason: expect.stringContaining('arguments') as string });
    expect(problems).toEqual(PROBLEMS);
  });

  it('is its resources and templates, with the URIs clients see', async () => {
    const { data, problems } = await open().resources('acme');
    expect(data.map(({ kind, server, uri, originalUri }) => [kind, server, uri, originalUri])).toEqual([
      ['resource', 'one', 'test://a', 'test://a'],
      ['resource', 'two', 'via-two+test://a', 'test://a'],
      ['template', 'one', 'test://{x}', 'test://{x}'],
      ['template', 'two', 'via-two+test://{x}', 'test://{x}'],
    ]);
    expect(data[0]).toMatchObject({ name: 'a', title: null, description: null, mimeType: 'text/plain' });
    expect(problems).toEqual(PROBLEMS);
  });

  it('is nothing where there is no such workspace', async () => {
    await expect(open().prompts('nowhere')).rejects.toMatchObject({ code: 'workspaces.not-found' });
  });
});
