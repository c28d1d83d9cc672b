import { SetMetadata } from '@nestjs/common';

export const RECORDS_CALLS = 'mcpnest:records-calls';

/** Marks the handlers whose tool calls the audit interceptor records. */
export const RecordsCalls = (): MethodDecorator => SetMetadata(RECORDS_CALLS, true);
