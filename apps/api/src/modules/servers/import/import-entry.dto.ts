import { ApiProperty } from '@nestjs/swagger';
import { INPUT_PLACES, WARNING_CODES, type InputPlace, type WarningCode } from '../import-reading/import-entry.js';

export class ImportWarning {
  @ApiProperty({ enum: WARNING_CODES }) code!: WarningCode;
  @ApiProperty() detail!: string;
}

export class ImportInput {
  @ApiProperty({ description: 'What stands in braces in the transport; the name to give its value under.' }) key!: string;
  @ApiProperty({ enum: INPUT_PLACES }) place!: InputPlace;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  @ApiProperty() required!: boolean;
  @ApiProperty() secret!: boolean;
  @ApiProperty({ type: [String], description: 'Empty where any text will do.' }) choices!: string[];
  @ApiProperty({ type: String, nullable: true }) default!: string | null;
  @ApiProperty({ type: String, nullable: true }) placeholder!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'A secret that the document held, sealed for whoever made the preview and for one hour: to be sent back under `sealed`.',
  })
  sealed!: string | null;
}

export class PackageVariable {
  @ApiProperty() name!: string;
  @ApiProperty() secret!: boolean;
  @ApiProperty() required!: boolean;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  @ApiProperty({ type: [String], description: 'Empty where any text will do.' }) choices!: string[];
  @ApiProperty({ type: String, nullable: true }) default!: string | null;
}

export class LocalPackage {
  @ApiProperty({ description: 'npm, pypi, oci, nuget, cargo, mcpb, or `command`.' }) registry!: string;
  @ApiProperty() identifier!: string;
  @ApiProperty({ type: String, nullable: true }) version!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'npm:@scope/name@1.2.3',
    description: 'As `package` of a stdio transport; null for what the gateway cannot run.',
  })
  program!: string | null;
  @ApiProperty({ type: [String], description: '`{hint}` stands where a person fills something in.' }) args!: string[];
  @ApiProperty({ type: [PackageVariable] }) env!: PackageVariable[];
}

export class TemplateHeader {
  @ApiProperty() name!: string;
  @ApiProperty() secret!: boolean;
  @ApiProperty({ description: 'One that is not required is left out where its inputs are empty.' }) required!: boolean;
  @ApiProperty({ description: 'May hold `{key}` of inputs.' }) value!: string;
}

export class TransportTemplate {
  @ApiProperty({ enum: ['streamable-http', 'sse'] }) type!: 'streamable-http' | 'sse';
  @ApiProperty({ description: 'May hold `{key}` of inputs.' }) url!: string;
  @ApiProperty({ type: [TemplateHeader] }) headers!: TemplateHeader[];
}

export class LocalArgument {
  @ApiProperty({ type: [String], description: 'Words of the command; `{key}` where an input goes.' }) words!: string[];
  @ApiProperty({ type: [String], description: 'Which braces are inputs.' }) keys!: string[];
  @ApiProperty({ description: 'One that is not required is left out where its inputs are empty.' }) required!: boolean;
  @ApiProperty() secret!: boolean;
  @ApiProperty({ description: 'A folder or file of the machine of the gateway, which the program may read then.' }) isPath!: boolean;
}

export class LocalTemplate {
  @ApiProperty({ type: String, nullable: true, example: 'npm:@scope/name@1.2.3', description: 'Its newest version where it names none.' })
  package!: string | null;
  @ApiProperty({ type: String, nullable: true }) command!: string | null;
  @ApiProperty({ type: [LocalArgument] }) args!: LocalArgument[];
  @ApiProperty({ type: [TemplateHeader], description: 'Its variables.' }) env!: TemplateHeader[];
  @ApiProperty({ description: 'Key of the input that says `on` or `off`.' }) network!: string;
}

export class KnownServer {
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['address', 'name'], description: 'What it was recognized by.' }) by!: 'address' | 'name';
}

/** A server as a document offers it. */
export class OfferedServer {
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true, example: 'com.example/weather' }) registryName!: string | null;
  @ApiProperty({ type: String, nullable: true }) version!: string | null;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  @ApiProperty({ type: String, nullable: true }) documentationUrl!: string | null;
  @ApiProperty({ type: String, nullable: true }) repositoryUrl!: string | null;
  @ApiProperty({ enum: ['active', 'deprecated', 'deleted'] }) status!: 'active' | 'deprecated' | 'deleted';
  @ApiProperty({ type: TransportTemplate, nullable: true, description: 'Null for what would have to run beside the gateway.' })
  transport!: TransportTemplate | null;
  @ApiProperty({ type: LocalTemplate, nullable: true, description: 'A program for the gateway to run; null where it cannot.' })
  local!: LocalTemplate | null;
  @ApiProperty({ type: [ImportInput] }) inputs!: ImportInput[];
  @ApiProperty({ type: [LocalPackage] }) packages!: LocalPackage[];
  @ApiProperty({ type: [ImportWarning] }) warnings!: ImportWarning[];
  @ApiProperty({ type: [KnownServer], description: 'Servers of the catalogue that it seems to be.' }) known!: KnownServer[];
  @ApiProperty({ description: 'Whether it could be imported now.' }) importable!: boolean;
}
