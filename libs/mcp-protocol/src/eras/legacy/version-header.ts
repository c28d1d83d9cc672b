import type { InboundMessage } from '../../json-rpc/message.js';
import type { Rejection } from '../rejection.js';
export function checkLegacyVersion(message: Pick<InboundMessage, 'idText'>, version: string | undefined): Rejection | undefined { throw new Error(`unwritten ${message.idText} ${version}`); }
