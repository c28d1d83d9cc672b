import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsString, IsUrl, Length, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';

const EVENT = /^(\*|[a-z-]{1,40}\.[a-z-]{0,60})$/;
const EVENTS = {
  type: String,
  isArray: true as const,
  example: ['servers.frozen', 'workspaces.'],
  description: 'Names of events; `servers.` stands for all of them, `*` for all.',
};
const ADDRESS = { require_tld: false, protocols: ['http', 'https'], require_protocol: true, disallow_auth: true };

export class CreateWebhookRequest {
  @ApiProperty({ minLength: 1, maxLength: 80 })
  @IsString()
  @Length(1, 80)
  name!: string;

  @ApiProperty({ format: 'uri', maxLength: 2000, description: 'Reached under the egress rules, without redirects.' })
  @IsUrl(ADDRESS)
  @MaxLength(2000)
  url!: string;

  @ApiProperty(EVENTS)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(EVENT, { each: true })
  events!: string[];
}

export class UpdateWebhookRequest {
  @ApiPropertyOptional({ minLength: 1, maxLength: 80 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 80)
  name?: string;

  @ApiPropertyOptional({ format: 'uri', maxLength: 2000 })
  @MayBeAbsent()
  @IsUrl(ADDRESS)
  @MaxLength(2000)
  url?: string;

  @ApiPropertyOptional(EVENTS)
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(EVENT, { each: true })
  events?: string[];

  @ApiPropertyOptional({ description: 'Messages wait while it is off.' })
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;
}

export class WebhookView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() url!: string;
  @ApiProperty({ type: [String] }) events!: readonly string[];
  @ApiProperty() enabled!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was switched off by itself.' }) problem!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Until then the secret before signs as well.' })
  formerSecretUntil!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

/** With the secret, which is shown this once. */
export class WebhookWithSecret extends WebhookView {
  @ApiProperty({ example: 'whsec_…', description: 'Signs every message; shown this once.' }) secret!: string;
}

export class WebhookList {
  @ApiProperty({ type: [WebhookView] }) data!: readonly WebhookView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class DeliveryAttemptView {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of the answer.' }) status!: number | null;
  @ApiProperty({ type: String, nullable: true }) problem!: string | null;
  @ApiProperty({ type: 'integer' }) durationMs!: number;
}

/** One event on its way to one receiver. */
export class WebhookDelivery {
  @ApiProperty({ description: 'Sent as `webhook-id`; the same whenever the event is sent again.' }) id!: string;
  @ApiProperty({ example: 'servers.frozen' }) type!: string;
  @ApiProperty({ enum: ['waiting', 'delivered', 'dead'] }) state!: 'waiting' | 'delivered' | 'dead';
  @ApiProperty({ type: [DeliveryAttemptView] }) attempts!: readonly DeliveryAttemptView[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of the next try.' }) nextAt!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: 'What is sent.' }) body!: string;
}

export class WebhookDeliveryPage {
  @ApiProperty({ type: [WebhookDelivery] }) data!: readonly WebhookDelivery[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
