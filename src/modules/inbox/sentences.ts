import type { Context, Locale } from '../../kernel/context.ts'
import { modulesOf } from '../../platform/database/index.ts'
import { type Catalogues, fill, loadCatalogues } from '../../platform/i18n/index.ts'
import type { Module } from '../../platform/module.ts'
import { sentenceKey } from './rules/sentence-key.ts'
import type { Params } from './schema.ts'

/** Read once for each list of modules: files do not change while we run. */
const read = new WeakMap<readonly Module[], Catalogues>()

function cataloguesOf(ctx: Context): Catalogues {
  const modules = modulesOf(ctx)
  const catalogues = read.get(modules) ?? loadCatalogues(modules)
  read.set(modules, catalogues)
  return catalogues
}

/** What a message says, in a language. A kind whose sentence is gone shows itself. */
export function sentenceOf(
  ctx: Context,
  { kind, params }: { kind: string; params: Params },
  locale: Locale,
): string {
  return fill(cataloguesOf(ctx)[locale][sentenceKey(kind)] ?? kind, params, locale)
}

/** A sentence of this module's own catalogue. */
export function wordsOf(ctx: Context, locale: Locale): (key: string, details?: Params) => string {
  const catalogue = cataloguesOf(ctx)[locale]
  return (key, details = {}) => fill(catalogue[key] ?? key, details, locale)
}

export function hasSentence(ctx: Context, kind: string): boolean {
  return sentenceKey(kind) in cataloguesOf(ctx)['zh-CN']
}
