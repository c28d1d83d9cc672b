import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { AuditSigner } from '../chain/audit-signer.js';
import { EvidenceReadModel } from './evidence.read-model.js';
import { AuditPublicKey, ChainEvidence, ChainParams, Verification, VerifyCallsRequest } from './verification.dto.js';
import { VerificationService } from './verification.service.js';
import { writeLines } from './write-lines.js';

@ApiTags('audit')
@Controller('audit')
export class VerificationController {
  constructor(
    private readonly verification: VerificationService,
    private readonly evidence: EvidenceReadModel,
    private readonly signer: AuditSigner,
  ) {}

  @Post('verifications')
  @HttpCode(200)
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({
    operationId: 'audit_verifyCalls',
    summary: 'Prove that the ledger, and the call records of some days, are what was recorded',
  })
  @ApiOkResponse({ type: Verification })
  verify(@CurrentCtx() ctx: Ctx, @Body() { from, to }: VerifyCallsRequest): Promise<Verification> {
    return this.verification.verify(ctx, from, to);
  }

  @Get('public-key')
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_readPublicKey', summary: 'The key that checkpoints are checked with' })
  @ApiOkResponse({ type: AuditPublicKey })
  publicKey(): AuditPublicKey {
    return { keyId: this.signer.keyId, publicKey: this.signer.publicKeyPem };
  }

  @Get('chains/:chain/evidence')
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_readEvidence', summary: 'Checkpoints and gaps of a chain' })
  @ApiOkResponse({ type: ChainEvidence })
  async evidenceOf(@CurrentCtx() ctx: Ctx, @Param() { chain }: ChainParams): Promise<ChainEvidence> {
    return { checkpoints: await this.evidence.checkpoints(ctx, chain), gaps: await this.evidence.gaps(ctx, chain) };
  }

  @Get('chains/:chain/rows')
  @RequireInstallationPermission('ledger:read')
  @ApiOperation({ operationId: 'audit_exportChain', summary: 'Every row of a chain in its order, one JSON object a line' })
  @ApiOkResponse({ content: { 'application/x-ndjson': { schema: { type: 'string' } } } })
  async rows(@CurrentCtx() ctx: Ctx, @Param() { chain }: ChainParams, @Res() response: Response): Promise<void> {
    response.type('application/x-ndjson');
    await writeLines(response, (write) => this.verification.export(ctx, chain, write));
  }
}
