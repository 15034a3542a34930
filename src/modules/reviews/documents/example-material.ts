import { readFileSync } from 'node:fs'
import type { Material } from './material.ts'

/** What examples are made of: a fictional city. */
export const exampleMaterial = (): Material =>
  JSON.parse(readFileSync(new URL('./example.json', import.meta.url), 'utf8'))
