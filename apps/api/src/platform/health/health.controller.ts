import { Controller, Get, HttpStatus, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';
import { Public, SignedIn } from '../http/access.js';
import { HealthRegistry } from './health-registry.js';
import { HealthReporter } from './health-reporter.js';
import { HealthReport } from './health.dto.js';
import { Liveness, Readiness, ReadinessQuery } from './probes.dto.js';

@ApiTags('platform')
@Controller()
export class HealthController {
  constructor(
    private readonly registry: HealthRegistry,
    private readonly reporter: HealthReporter,
  ) {}

  @Get('livez')
  @Public()
  @SkipThrottle()
  @ApiOperation({ operationId: 'platform_readLiveness', summary: 'Whether the process runs' })
  @ApiOkResponse({ type: Liveness })
  live(): Liveness {
    return { alive: true };
  }

  @Get('readyz')
  @Public()
  @SkipThrottle()
  @ApiOperation({ operationId: 'platform_readReadiness', summary: 'Whether the process takes requests' })
  @ApiOkResponse({ type: Readiness })
  @ApiServiceUnavailableResponse({ type: Readiness, description: 'Not now.' })
  async ready(@Query() { verbose }: ReadinessQuery, @Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const checks = await this.registry.answers();
    const ready = checks.every(({ ok }) => ok);
    response.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return verbose === undefined ? { ready } : { ready, checks };
  }

  @Get('health')
  @SignedIn()
  @ApiOperation({ operationId: 'platform_readHealth', summary: 'Figures of the installation' })
  @ApiOkResponse({ type: HealthReport })
  health(): Promise<HealthReport> {
    return this.reporter.report();
  }
}
