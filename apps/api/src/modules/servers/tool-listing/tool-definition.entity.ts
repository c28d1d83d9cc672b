import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One definition as an upstream wrote it, stored once however many Versions list it and locks name it. */
@Entity('tool_definitions')
export class ToolDefinitionEntity {
  /** SHA-256 of its canonical JSON (RFC 8785), hexadecimal. */
  @PrimaryColumn('text') hash!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) description!: string | null;
  /** The whole definition as raw JSON. */
  @Column('text') definition!: string;
}
