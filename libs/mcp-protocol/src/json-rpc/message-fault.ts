import { INVALID_REQUEST, PARSE_ERROR } from './error-codes.js';
import type { MessageFault } from './message.js';
import type { ScanFault } from './scan.js';

/** A fault ready to be answered; `idText` is `null` unless the id could be read. */
export function messageFault(reason: string, message: string, idText = 'null', code = INVALID_REQUEST): MessageFault {
  return { kind: 'fault', code, message, idText, reason };
}

/** What a failed scan means on the wire: only broken grammar is a parse error, the rest is JSON that we refuse. */
export function scanFault(fault: ScanFault): MessageFault {
  const where = `(near character ${fault.offset})`;
  switch (fault.reason) {
    case 'syntax':
      return messageFault('syntax', `The body is not valid JSON ${where}`, 'null', PARSE_ERROR);
    case 'depth':
      return messageFault('depth', `The message is nested too deeply ${where}`);
    case 'keys':
      return messageFault('keys', `The message has too many keys ${where}`);
    case 'duplicate-key':
      return messageFault('duplicate-key', `An object names the same key twice ${where}`);
    case 'ambiguous-key':
      return messageFault('ambiguous-key', `A key differs from a JSON-RPC or MCP member in letter case alone ${where}`);
    case 'size':
      return messageFault('size', `The batch has too many elements ${where}`);
  }
}
