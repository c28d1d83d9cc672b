import type { Rejection } from '../rejection.js';
export interface HeaderParam { readonly header: string; readonly path: readonly string[]; readonly type: 'string' | 'integer' | 'boolean' }
export type HeaderParams = { readonly ok: true; readonly params: readonly HeaderParam[] } | { readonly ok: false; readonly reason: string };
export function headerParamsOf(inputSchema: unknown): HeaderParams { throw new Error(`unwritten ${String(inputSchema)}`); }
export function checkParamHeaders(params: readonly HeaderParam[], argumentsText: string | undefined, headers: ReadonlyMap<string, string>): Omit<Rejection, 'idText'> | undefined { throw new Error(`unwritten ${params.length} ${argumentsText} ${headers.size}`); }
export function writeParamHeaders(params: readonly HeaderParam[], argumentsText: string | undefined): Record<string, string> { throw new Error(`unwritten ${params.length} ${argumentsText}`); }
