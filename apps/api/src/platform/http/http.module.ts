import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AccessGuard } from './access.guard.js';
import { ClientAddresses } from './client-addresses.js';
import { ProblemFilter } from './problem.filter.js';
import { MINUTE_MS, REQUESTS_PER_MINUTE } from './request-rate.js';
import { RestThrottlerGuard } from './rest-throttler.guard.js';
import { RouteAccessCheck } from './route-access-check.js';
import { StrictValidationPipe } from './validation.pipe.js';
import { WindowCounterStorage } from './window-counter.storage.js';

/** Guard, validation and errors of every route. Needs `Authenticator`, `Permissions` and `HttpConfig` bound globally. */
@Global()
@Module({
  imports: [
    ThrottlerModule.forRoot({
      throttlers: [{ name: 'default', ttl: MINUTE_MS, limit: REQUESTS_PER_MINUTE }],
      storage: new WindowCounterStorage(),
    }),
  ],
  providers: [
    ClientAddresses,
    RestThrottlerGuard,
    RouteAccessCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: StrictValidationPipe },
  ],
  exports: [ClientAddresses],
})
export class HttpModule {}
