import type { FrontHeaders } from '../../http/front-headers.js';
import type { InboundMessage } from '../../json-rpc/message.js';
import type { Rejection } from '../rejection.js';
import type { ModernEnvelope } from './envelope.js';
export function checkModernEnvelope(message: InboundMessage, headers: FrontHeaders): ModernEnvelope | Rejection { throw new Error(`unwritten ${message.method} ${headers.accept}`); }
export function checkMethodHeader(message: InboundMessage, headers: FrontHeaders): Rejection | undefined { throw new Error(`unwritten ${message.method} ${headers.accept}`); }
export function checkNameHeader(message: InboundMessage, headers: FrontHeaders): Rejection | undefined { throw new Error(`unwritten ${message.method} ${headers.accept}`); }
export function methodNotFound(message: InboundMessage): Rejection { throw new Error(`unwritten ${message.method}`); }
export function missingCapability(message: InboundMessage, requiredCapabilities: Readonly<Record<string, unknown>>): Rejection { throw new Error(`unwritten ${message.method} ${String(requiredCapabilities)}`); }
