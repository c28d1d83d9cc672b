import { ApiProperty } from '@nestjs/swagger';

export class RegistryNotice {
  @ApiProperty({ description: 'The name of the registry.' }) registry!: string;
  @ApiProperty({ enum: ['deprecated', 'deleted'] }) status!: 'deprecated' | 'deleted';
  @ApiProperty({ type: String, nullable: true }) detail!: string | null;
}
