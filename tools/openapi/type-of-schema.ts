/** The part of JSON Schema (2020-12, as OpenAPI 3.1 carries it) that zod writes. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly nullable?: boolean
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly items?: JsonSchema | readonly JsonSchema[] | false
  readonly prefixItems?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly description?: string
}

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
}

/** Writes a JSON Schema as a TypeScript type. What a schema does not say becomes `unknown`, never `any`. */
export function typeOfSchema(schema: JsonSchema | undefined, indent = ''): string {
  if (!schema) return 'unknown'
  const type = typeWithoutNull(schema, indent)
  return schema.nullable ? union([type, 'null']) : type
}

function typeWithoutNull(schema: JsonSchema, indent: string): string {
  if (schema.$ref) return `components['schemas']['${schema.$ref.split('/').at(-1)}']`
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)))
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return union(choices.map((choice) => typeOfSchema(choice, indent)))
  if (schema.allOf) return schema.allOf.map((part) => bracketed(typeOfSchema(part, indent))).join(' & ')
  if (typeof schema.type === 'object') {
    return union(schema.type.map((type) => typeOfSchema({ ...schema, type }, indent)))
  }
  if (schema.type === 'array') return arrayType(schema, indent)
  if (schema.type === 'object' || schema.properties) return objectType(schema, indent)
  return SCALARS[schema.type ?? ''] ?? 'unknown'
}

function arrayType(schema: JsonSchema, indent: string): string {
  const tuple = schema.prefixItems ?? (Array.isArray(schema.items) ? schema.items : undefined)
  if (tuple) return `[${tuple.map((item) => typeOfSchema(item, indent)).join(', ')}]`
  return `${bracketed(typeOfSchema(schema.items as JsonSchema | undefined, indent))}[]`
}

function objectType(schema: JsonSchema, indent: string): string {
  const inner = `${indent}  `
  const required = new Set(schema.required ?? [])
  const lines = Object.entries(schema.properties ?? {}).map(
    ([name, property]) =>
      `${inner}${propertyName(name)}${required.has(name) ? '' : '?'}: ${typeOfSchema(property, inner)}`,
  )
  if (lines.length > 0) return `{\n${lines.join('\n')}\n${indent}}`
  const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined
  return `Record<string, ${values ? typeOfSchema(values, indent) : 'unknown'}>`
}

/** A property name, quoted only where TypeScript asks for it. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ') || 'never'
}

function bracketed(type: string): string {
  return hasChoice(type) ? `(${type})` : type
}

/** Whether a union or intersection stands outside all brackets. */
function hasChoice(type: string): boolean {
  let depth = 0
  for (const character of type) {
    if ('{[(<'.includes(character)) depth++
    else if ('}])>'.includes(character)) depth--
    else if (depth === 0 && (character === '|' || character === '&')) return true
  }
  return false
}
