export { documentValues } from './documents/document-values.ts'
export { fieldsOf } from './documents/kinds.ts'
export type { Material, MaterialLine, MaterialUnit } from './documents/material.ts'
export { shippedTemplate } from './documents/shipped-template.ts'
