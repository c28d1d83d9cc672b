export {
  HEADER_MISMATCH,
  INTERNAL_ERROR,
  INVALID_PARAMS,
  INVALID_REQUEST,
  METHOD_NOT_FOUND,
  MISSING_CAPABILITY,
  PARSE_ERROR,
  RESOURCE_NOT_FOUND_LEGACY,
  SESSION_NOT_FOUND,
  UNSUPPORTED_VERSION,
  URL_ELICITATION_REQUIRED_LEGACY,
} from './json-rpc/error-codes.js';
export { scanJson } from './json-rpc/scan.js';
export type { JsonKind, Members, MemberSpan, Scan, ScanFault, ScanOptions, ScanReason, Span } from './json-rpc/scan.js';
export { memberString, memberText, readString, sliceOf } from './json-rpc/message.js';
export type { InboundBatch, InboundMessage, JsonRpcId, MessageFault } from './json-rpc/message.js';
export { parseInbound } from './json-rpc/parse-inbound.js';
export { parseReply } from './json-rpc/parse-reply.js';
export type { UpstreamReply } from './json-rpc/parse-reply.js';
export { errorMessage, notificationMessage, objectText, requestMessage, resultMessage } from './json-rpc/write.js';
export { isAtLeast, isLogLevel, LOG_LEVELS } from './json-rpc/log-level.js';
export type { LogLevel } from './json-rpc/log-level.js';
export { canonicalJson } from './json-rpc/canonical-json.js';
export { editObject, memberEntries } from './json-rpc/edit-object.js';
export type { ObjectEdits } from './json-rpc/edit-object.js';

export { isLegacyRevision, isModernRevision, LATEST_LEGACY, LEGACY_REVISIONS, META_KEYS, MODERN_REVISIONS } from './eras/era.js';
export type { Era } from './eras/era.js';
export { isHopKey } from './eras/hop-meta.js';
export { classifyInbound } from './eras/classify-inbound.js';
export type { Classified } from './eras/classify-inbound.js';
export type { Rejection } from './eras/rejection.js';
export { toLegacyResult, toModernResult } from './eras/translate-result.js';
export type { ModernResultOptions } from './eras/translate-result.js';
export { downgradeContent, wrapStructuredContent } from './eras/translate-result-content.js';
export { readInputRequired } from './eras/input-required/read-input-required.js';
export type { InputRequest, InputRequired, InputRequiredBounds } from './eras/input-required/read-input-required.js';
export { isAnswerTo, readInputResponses } from './eras/input-required/read-input-responses.js';
export type { InputResponses } from './eras/input-required/read-input-responses.js';
export { inputRequiredResult } from './eras/input-required/write-input-required.js';
export { capabilityName, isDeclared, neededCapability } from './eras/input-required/needed-capability.js';
export { toLegacyQuestion, toModernQuestion } from './eras/input-required/translate-question.js';
export type { TranslatedQuestion } from './eras/input-required/translate-question.js';
export { readUrlElicitations } from './eras/input-required/read-url-elicitations.js';
export type { ModernEnvelope } from './eras/modern/envelope.js';
export { checkMethodHeader, checkModernEnvelope, checkNameHeader, methodNotFound, missingCapability } from './eras/modern/ladder.js';
export { headerParamsOf } from './eras/modern/header-params.js';
export type { HeaderParam, HeaderParams } from './eras/modern/header-params.js';
export { stripHeaderParams } from './eras/modern/strip-header-params.js';
export { isSchemaObject, otherSubschemas, propertySchemas } from './eras/modern/subschemas.js';
export { checkParamHeaders, writeParamHeaders } from './eras/modern/param-headers.js';
export { fixedEnvelopeText, modernHeaders, modernRequest } from './eras/modern/messages.js';
export type { ModernRequest, ModernRequestInput, OutgoingEnvelope } from './eras/modern/messages.js';
export { initializedNotification, initializeRequest, legacyRequest } from './eras/legacy/messages.js';
export type { InitializeInput, LegacyRequestInput } from './eras/legacy/messages.js';
export { checkLegacyVersion } from './eras/legacy/version-header.js';

export { readFrontHeaders } from './http/front-headers.js';
export type { FrontHeaders } from './http/front-headers.js';
export { decodeHeaderValue, encodeHeaderValue } from './http/header-value.js';
export { readTraceContext, readTraceParent, TRACE_KEYS, traceHeaders, traceParentText } from './http/trace-context.js';
export type { TraceContext, TraceParent } from './http/trace-context.js';
export { acceptsEventStream, acceptsJson, isEventStream, isJson } from './http/media-types.js';
export { SseDecoder, SseOverflowError } from './sse/decode.js';
export type { SseEvent } from './sse/decode.js';
export { encodeEvent, KEEP_ALIVE } from './sse/encode.js';
export type { OutgoingEvent } from './sse/encode.js';
