/** The way of a request, in order: the table of contents of the gateway. */
import { admit } from './admit.js';
import { authorize } from './authorize.js';
import { classify } from './classify.js';
import { eachMessage } from './each-message.js';
import type { OneMessage, Received } from './facts.js';
import { findSession } from './find-session.js';
import { forward } from './forward.js';
import { handOver } from './hand-over.js';
import { limit } from './limit.js';
import { limitCall } from './limit-call.js';
import { openSession } from './open-session.js';
import { refuseFrozen } from './refuse-frozen.js';
import { readMessage } from './read-message.js';
import { selectRoute } from './select-route.js';
import { serveSessionOperation } from './serve-session-operation.js';
import { shapeReply } from './shape-reply.js';
import { Pipeline } from './stage.js';

/** From one message to its reply; the guard has already named the principal, and the record is closed on every exit. */
const messagePipeline = Pipeline.from<OneMessage>()
  .then(refuseFrozen)
  .then(classify)
  .then(openSession)
  .then(selectRoute)
  .then(limit)
  .then(authorize)
  .then(limitCall)
  .then(forward)
  .then(shapeReply);

/** From one HTTP request to its reply. */
export const exchangePipeline = Pipeline.from<Received>()
  .then(admit)
  .then(findSession)
  .then(serveSessionOperation)
  .then(readMessage)
  .then(handOver)
  .then(eachMessage(messagePipeline));
