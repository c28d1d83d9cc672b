import { types } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Level } from 'pino';
import { logLine, type LogFields } from './log-line.js';

/** Where `new Logger('room')` of every room ends: JSON lines on stderr (stdout carries the lines that `npm start` promises). */
export class JsonLogger implements LoggerService {
  private readonly out;

  /** @param level `error` a person must act, `warn` self-healed or degraded, `info` lifecycle and summaries, `debug` local */
  constructor(level: Level = 'info', destination: DestinationStream = pino.destination({ fd: 2, sync: false })) {
    this.out = pino(
      {
        level,
        base: null,
        serializers: { err: (fields: unknown) => fields },
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      },
      destination,
    );
  }

  readonly log = (message: unknown, ...rest: unknown[]): void => this.write('info', message, rest);
  readonly error = (message: unknown, ...rest: unknown[]): void => this.write('error', message, rest);
  readonly warn = (message: unknown, ...rest: unknown[]): void => this.write('warn', message, rest);
  readonly debug = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
  readonly verbose = (message: unknown, ...rest: unknown[]): void => this.write('trace', message, rest);

  /** Nest passes the logger's own name last: it is the room. */
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    if (!this.out.isLevelEnabled(level)) return;
    const room = rest.at(-1);
    const fields: LogFields = types.isNativeError(message)
      ? { err: message }
      : typeof message === 'object' && message !== null
        ? (message as LogFields)
        : { msg: String(message) };
    this.out[level](logLine({ ...(typeof room === 'string' ? { room } : {}), ...fields }));
  }
}
