import type { ParamSetting } from '@mcpnest/gateway-core';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsIn, IsString, Length } from 'class-validator';

const MODES = ['pinned', 'hidden'] as const;

/** A parameter that a workspace took out of its clients' hands. */
export class ToolParameter {
  @ApiProperty({ minLength: 1, maxLength: 200, description: 'A top-level parameter of the tool.' })
  @IsString()
  @Length(1, 200)
  name!: string;
  @ApiProperty({ enum: MODES, description: 'pinned: every call carries `value`. hidden: calls that send it are refused.' })
  @IsIn(MODES)
  mode!: (typeof MODES)[number];
  @ApiPropertyOptional({
    description: 'Any JSON value; of pinned parameters alone. Everybody who may read tools can read it, so no secret belongs here.',
    oneOf: [
      { type: 'object' },
      { type: 'array', items: {} },
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'null' },
    ],
  })
  @Allow()
  value?: unknown;
}

/** As the gateway wants it. */
export const paramSettings = (parameters: readonly ToolParameter[]): ParamSetting[] =>
  parameters.map(({ name, mode, value }) => ({ name, pinned: mode === 'hidden' ? null : JSON.stringify(value ?? null) }));

/** As the REST API shows it. */
export const presentParams = (params: readonly ParamSetting[] = []): ToolParameter[] =>
  params.map(({ name, pinned }) =>
    pinned === null ? { name, mode: 'hidden' } : { name, mode: 'pinned', value: JSON.parse(pinned) as unknown },
  );
