import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

const KINDS = ['bearer', 'basic'] as const;

/** How the gateway proves itself to a server. */
@ApiSchema({ name: 'ServerAuth' })
export class ServerAuthDto {
  @ApiProperty({
    enum: KINDS,
    description:
      'Which `Authorization` the server wants. `bearer` has the credential slot `auth:token`, `basic` has `auth:username` and `auth:password`. Leave it out where secret headers are all it needs.',
  })
  @IsIn(KINDS)
  type!: (typeof KINDS)[number];
}
