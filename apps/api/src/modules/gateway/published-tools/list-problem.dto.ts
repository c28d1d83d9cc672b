import { ApiProperty } from '@nestjs/swagger';

export class ToolListProblem {
  @ApiProperty({ description: "The server's slug." }) server!: string;
  @ApiProperty({ description: 'A code of the error catalogue.' }) reason!: string;
  @ApiProperty() detail!: string;
}
