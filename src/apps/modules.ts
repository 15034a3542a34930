import { identityModule } from '../modules/identity/module.ts'
import type { Module } from '../platform/module.ts'

/** The rooms of the house, lower layers first: migrations run and routes register in this order. */
export const modules: readonly Module[] = [identityModule]
