import { ApiProperty } from '@nestjs/swagger';

export class ConsoleSession {
  @ApiProperty() id!: string;
  @ApiProperty({ description: 'Whether this very request uses it.' }) current!: boolean;
  @ApiProperty({ enum: ['password', 'oidc'] }) method!: 'password' | 'oidc';
  @ApiProperty({ type: String, nullable: true, description: 'The address that signed in.' }) address!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the browser said of itself.' }) userAgent!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) lastSeenAt!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
}

export class SessionList {
  @ApiProperty({ type: [ConsoleSession] }) data!: readonly ConsoleSession[];
}
