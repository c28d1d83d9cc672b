import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, MaxLength } from 'class-validator';

export class SetEgressRequest {
  @ApiProperty({ type: [String], example: ['10.20.0.0/16:443', 'mcp.intern:8080'] })
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  rules!: string[];
}

export class EgressSettings {
  @ApiProperty({ type: [String], description: '`host:port`, `cidr:port` or `[v6]/n:port`, port `*` for any.' }) rules!: string[];
  @ApiProperty({ type: [String], description: 'Rules of EGRESS_ALLOW; they are changed in the environment.' }) fromEnvironment!: string[];
}
