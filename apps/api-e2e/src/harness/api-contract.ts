/** A schema of the OpenAPI document, as far as answers use it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Answered {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly $ref?: string;
}
interface Operation {
  readonly operationId?: string;
  readonly responses: Readonly<Record<string, Answered>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>>; readonly responses?: Readonly<Record<string, Answered>> };
}

/** What an answer is held against. */
export interface SeenAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly mediaType: string;
  readonly body: unknown;
}

/** Holds answers of the REST API against the OpenAPI document: the status is declared, the media type is, and the body has its shape. */
export class ApiContract {
  /** Operations that answered 2xx so far. */
  readonly exercised = new Set<string>();

  constructor(readonly document: Document) {}

  static async of(origin: string): Promise<ApiContract> {
    return new ApiContract((await (await fetch(`${origin}/api/openapi.json`)).json()) as Document);
  }

  /** Everything about an answer that the document does not say; empty where it keeps its word. An unknown address must be a 404 or 405. */
  faults({ method, path, status, mediaType, body }: SeenAnswer): string[] {
    const operation = this.operationOf(method, path);
    if (!operation) return status === 404 || status === 405 ? [] : [`${method} ${path} is in no document but answered ${status}`];
    if (status < 300) this.exercised.add(operation.operationId ?? '');
    const declared = operation.responses[String(status)] ?? operation.responses['default'];
    if (!declared) return [`${method} ${path} answered ${status}, which is not declared`];
    const content = declared.$ref
      ? this.document.components?.responses?.[declared.$ref.split('/').at(-1) ?? '']?.content
      : declared.content;
    if (!content) return body === undefined ? [] : [`${method} ${path} ${status} has a body although none is declared`];
    const schema = content[mediaType]?.schema;
    if (!schema) return [`${method} ${path} ${status} is ${mediaType}, declared are ${Object.keys(content).join(', ')}`];
    return this.shapeFaults(schema, body, `${method} ${path} ${status} body`);
  }

  private operationOf(method: string, path: string): Operation | undefined {
    const parts = path.split('?')[0]!.split('/');
    const matching = Object.keys(this.document.paths).filter((template) => {
      const pattern = template.split('/');
      return pattern.length === parts.length && pattern.every((part, at) => part.startsWith('{') || part === parts[at]);
    });
    const plainest = matching.sort((a, b) => a.split('{').length - b.split('{').length)[0];
    return plainest === undefined ? undefined : this.document.paths[plainest]?.[method.toLowerCase()];
  }

  private shapeFaults(schema: Schema, value: unknown, at: string): string[] {
    if (schema.$ref)
      return this.shapeFaults(this.document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? { enum: [] }, value, at);
    const faults = (schema.allOf ?? []).flatMap((part) => this.shapeFaults(part, value, at));
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices && !choices.some((choice) => this.shapeFaults(choice, value, at).length === 0))
      faults.push(`${at} fits none of its alternatives`);
    const types = schema.type === undefined ? [] : [schema.type].flat();
    if (types.length > 0 && !types.some((type) => isOfType(type, value)))
      return [...faults, `${at} is ${JSON.stringify(value)?.slice(0, 80)}, not ${types.join(' or ')}`];
    if (value === null) return faults;
    if (schema.enum && !schema.enum.includes(value)) faults.push(`${at} is ${JSON.stringify(value)}, not one of ${schema.enum.join(', ')}`);
    if ('const' in schema && schema.const !== value) faults.push(`${at} is not ${JSON.stringify(schema.const)}`);
    if (schema.format === 'date-time' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(value)))
      faults.push(`${at} is no time in UTC: ${String(value)}`);
    if (Array.isArray(value))
      return [...faults, ...value.flatMap((item, index) => (schema.items ? this.shapeFaults(schema.items, item, `${at}[${index}]`) : []))];
    return typeof value === 'object' ? [...faults, ...this.memberFaults(schema, value as Record<string, unknown>, at)] : faults;
  }

  private memberFaults({ properties, required = [], additionalProperties }: Schema, value: Record<string, unknown>, at: string): string[] {
    const faults = required.filter((name) => !(name in value)).map((name) => `${at} lacks ${name}`);
    for (const [name, member] of Object.entries(value)) {
      const schema = properties?.[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
      if (schema) faults.push(...this.shapeFaults(schema, member, `${at}.${name}`));
      else if (properties && !additionalProperties) faults.push(`${at} has the undeclared member ${name}`);
    }
    return faults;
  }
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
