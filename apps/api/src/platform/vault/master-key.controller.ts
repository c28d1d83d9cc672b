import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequireInstallationPermission } from '../http/access.js';
import { DataKeyRewrapping } from './data-key-rewrapping.js';
import { MasterKeyView } from './master-key.dto.js';

/** Where a change of the master key stands. It is begun by the environment, and goes on by itself. */
@ApiTags('platform')
@Controller('settings/master-key')
export class MasterKeyController {
  constructor(private readonly rewrapping: DataKeyRewrapping) {}

  @Get()
  @RequireInstallationPermission('settings:write')
  @ApiOperation({
    operationId: 'platform_readMasterKey',
    summary: 'Which master keys wrap how many data keys, and how far a change has got',
  })
  @ApiOkResponse({ type: MasterKeyView })
  read(): Promise<MasterKeyView> {
    return this.rewrapping.wrapping();
  }
}
