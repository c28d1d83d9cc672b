import type { MadeWheel } from './python-index.js';

/** A server in Python's standard library alone, with one tool that says what it sees, and a package that it depends on. */
export const PYTHON_SERVER: readonly [MadeWheel, MadeWheel] = [
  {
    name: 'weather-words',
    version: '2.1.0',
    files: { 'weather_words.py': "FORECAST = 'rain at noon'\n" },
  },
  {
    name: 'weather-mcp',
    version: '1.4.0',
    requires: ['weather-words>=2'],
    programs: { 'weather-mcp': 'weather_mcp.main:serve', 'weather-admin': 'weather_mcp.main:other' },
    files: {
      'weather_mcp/__init__.py': '',
      'weather_mcp/main.py': `import json, os, sys
from weather_words import FORECAST

def result(method, params):
    if method == 'initialize':
        return {'protocolVersion': '2025-11-25', 'capabilities': {'tools': {}}, 'serverInfo': {'name': 'weather', 'version': '1.4.0'}}
    if method == 'tools/list':
        return {'tools': [{'name': 'forecast', 'inputSchema': {'type': 'object'}}]}
    if method == 'tools/call':
        seen = {'forecast': FORECAST, 'argv': sys.argv, 'secret': os.environ.get('API_KEY'), 'user': os.getuid()}
        return {'content': [{'type': 'text', 'text': json.dumps(seen)}]}

def serve():
    for line in sys.stdin:
        message = json.loads(line)
        if 'id' not in message:
            continue
        found = result(message['method'], message.get('params'))
        answer = {'result': found} if found else {'error': {'code': -32601, 'message': 'unknown'}}
        print(json.dumps({'jsonrpc': '2.0', 'id': message['id'], **answer}))

def other():
    sys.exit('the wrong program')
`,
    },
  },
];
