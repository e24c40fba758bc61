/** The parts of a JSON Schema that the references show. */
export interface JsonSchema {
  type?: string;
  description?: string;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly JsonSchema[];
  allOf?: readonly JsonSchema[];
  /** Of the values of a record. */
  patternProperties?: Readonly<Record<string, JsonSchema>>;
  additionalProperties?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  examples?: readonly unknown[];
}

/** A TypeBox value as what it is when it is written down: JSON Schema. */
export function toJsonSchema(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema));
}
