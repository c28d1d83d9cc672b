import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { TransportHeaderDto } from './transport-header.dto.js';

@ApiSchema({ name: 'SharedFolder' })
class SharedFolderDto {
  @ApiProperty({ example: '/srv/documents' })
  @IsString()
  @MaxLength(1024)
  path!: string;
  @ApiPropertyOptional({ default: false })
  @MayBeAbsent()
  @IsBoolean()
  writable?: boolean;
}

@ApiSchema({ name: 'StdioTransport' })
export class StdioTransportDto {
  @ApiProperty({ enum: ['stdio'] })
  @IsIn(['stdio'])
  type!: 'stdio';
  @ApiPropertyOptional({ example: 'npm:@scope/name@1.2.3', description: 'With its exact version; of PyPI `pypi:name==1.2.3`.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(256)
  package?: string;
  @ApiPropertyOptional({
    type: [String],
    example: ['npm:name@1.2.3'],
    description:
      'Packages of npm whose install scripts may run, once, behind the fence: the package itself, or one that it depends on. None where it is left out.',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(16)
  @IsString({ each: true })
  @MaxLength(256, { each: true })
  scripts?: string[];
  @ApiPropertyOptional({ example: '/usr/local/bin/server' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(1024)
  command?: string;
  @ApiPropertyOptional({ type: [String] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(64)
  @IsString({ each: true })
  @MaxLength(4096, { each: true })
  args?: string[];
  @ApiPropertyOptional({ type: [TransportHeaderDto] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(64)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TransportHeaderDto)
  env?: TransportHeaderDto[];
  @ApiPropertyOptional({ default: false, description: 'Whether the program may use the network; shown is whether it can be kept from it.' })
  @MayBeAbsent()
  @IsBoolean()
  network?: boolean;
  @ApiPropertyOptional({ type: [SharedFolderDto], description: 'Folders of this machine that the program sees, under their own paths.' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(16)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SharedFolderDto)
  folders?: SharedFolderDto[];
  @ApiPropertyOptional({ default: false, description: 'Whether it runs while nobody calls it.' })
  @MayBeAbsent()
  @IsBoolean()
  warm?: boolean;
  @ApiPropertyOptional({
    enum: ['faithful', 'superset'],
    default: 'faithful',
    description: 'What the server is told that clients can be asked for; see HttpTransport.',
  })
  @MayBeAbsent()
  @IsIn(['faithful', 'superset'])
  clientCapabilities?: 'faithful' | 'superset';
  @ApiPropertyOptional({ readOnly: true, description: 'What exactly the package is: pinned when the version was made. Of answers alone.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(128)
  integrity?: string;
}
