import { startSdkServer } from '../upstream/start-sdk-server.js';
import { connectSdkClientV1, connectSdkClientV2 } from './connect-sdk-client.js';

const GREETING = { content: [{ type: 'text', text: 'Hello, you!' }] };

test.each([1, 2] as const)('clients of the official SDKs reach a server of SDK %i.x', async (version) => {
  const server = await startSdkServer({ version });
  const clients = [
    await connectSdkClientV1(server.url),
    await connectSdkClientV2(server.url),
    await connectSdkClientV2(server.url, 'unused', 'legacy'),
  ];
  for (const client of clients) {
    expect(await client.callTool({ name: 'greet', arguments: { who: 'you' } })).toMatchObject(GREETING);
    await client.close();
  }
  await server.close();
});
