import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One tool definition as an upstream wrote it, stored once however many Versions list it. */
@Entity('tool_definitions')
export class ToolDefinitionEntity {
  /** SHA-256 of the text, hexadecimal. */
  @PrimaryColumn('text') hash!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) description!: string | null;
  /** The whole definition as raw JSON. */
  @Column('text') definition!: string;
}
