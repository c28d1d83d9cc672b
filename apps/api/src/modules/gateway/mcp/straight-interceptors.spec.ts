import { Injectable, Module, UseInterceptors, type CallHandler, type NestInterceptor } from '@nestjs/common';
import { ExternalContextCreator, NestFactory } from '@nestjs/core';
import { isObservable, lastValueFrom, map, tap, type Observable } from 'rxjs';
import { straightContexts, StraightInterceptors } from './straight-interceptors.js';

class Host {
  handle(): void {
    /* stands for a handler */
  }
}

/** Notes when it is entered and left. */
const noting = (name: string, notes: string[]): NestInterceptor => ({
  intercept(context, next: CallHandler): Observable<unknown> {
    notes.push(
      `${name} before ${context.getClass().name}.${context.getHandler().name} ${String(context.getArgs()[0])} ${context.getType()}`,
    );
    return next.handle().pipe(tap({ next: () => notes.push(`${name} after`), error: () => notes.push(`${name} failed`) }));
  },
});

describe('the interceptors of the endpoint', () => {
  const host = new Host();
  const run = async (interceptors: NestInterceptor[], next: () => Promise<unknown>): Promise<unknown> => {
    const handle = host.handle.bind(host) as never;
    const result = await new StraightInterceptors().intercept(interceptors, ['request'], Host, handle, next, 'http');
    return isObservable(result) ? lastValueFrom(result) : result;
  };

  it('stand around the handler and each other, in the order they were declared', async () => {
    const notes: string[] = [];
    const handler = (): Promise<string> => {
      notes.push('handled');
      return Promise.resolve('answer');
    };
    expect(await run([noting('a', notes), noting('b', notes)], handler)).toBe('answer');
    expect(notes.map((note) => note.replace(/ (Function|Host)\..*$/, ''))).toEqual([
      'a before',
      'b before',
      'handled',
      'b after',
      'a after',
    ]);
    expect(notes[0]).toMatch(/request http$/);
  });

  it('see how the handler fails, and the caller does', async () => {
    const notes: string[] = [];
    await expect(run([noting('a', notes)], () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(notes[1]).toBe('a failed');
  });

  it('may wait before they go on, change the answer, or keep the handler from running', async () => {
    const waiting: NestInterceptor = {
      intercept: async (_, next) => (await Promise.resolve(), next.handle().pipe(map((n) => Number(n) + 1))),
    };
    expect(await run([waiting], () => Promise.resolve(1))).toBe(2);
    const handler = jest.fn();
    const refusing: NestInterceptor = {
      intercept: () => {
        throw new Error('refused');
      },
    };
    await expect(run([refusing], handler)).rejects.toThrow('refused');
    expect(handler).not.toHaveBeenCalled();
  });

  it('leave the handler alone where there are none', async () => {
    expect(await run([], () => Promise.resolve('answer'))).toBe('answer');
  });
});

describe('the contexts of the endpoint', () => {
  @Injectable()
  class Plain implements NestInterceptor {
    intercept(_: unknown, next: CallHandler): Observable<unknown> {
      return next.handle();
    }
  }
  @Injectable()
  class Endpoint {
    @UseInterceptors(Plain)
    handle(): Promise<string> {
      return Promise.resolve('answer');
    }
  }
  @Module({ providers: [Endpoint, Plain] })
  class House {}

  it('run declared interceptors here and not through the streams of Nest, under the name that this version of Nest has for them', async () => {
    const app = await NestFactory.createApplicationContext(House, { logger: false });
    const straight = jest.spyOn(StraightInterceptors.prototype, 'intercept');
    try {
      const endpoint = app.get(Endpoint);
      const options = { guards: true, interceptors: true, filters: false };
      const contexts = straightContexts(app.get(ExternalContextCreator));

      const run = contexts.create(endpoint, endpoint.handle, 'handle', undefined, undefined, undefined, undefined, options, 'http');
      expect(await run()).toBe('answer');
      expect(straight).toHaveBeenCalledTimes(1);
    } finally {
      straight.mockRestore();
      await app.close();
    }
  });
});
