import { ValidationPipe } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { fieldErrors } from './field-errors.js';

/** Checks what comes in against its DTO: unknown members are refused, nothing is converted unless the DTO says so. */
export class StrictValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      transformOptions: { enableImplicitConversion: false, exposeDefaultValues: true },
      stopAtFirstError: false,
      exceptionFactory: (faults) =>
        new DomainError('platform.invalid-request', { detail: 'Some fields are not valid; see errors.', errors: fieldErrors(faults) }),
    });
  }
}
