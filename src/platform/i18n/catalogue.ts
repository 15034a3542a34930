import { readFileSync } from 'node:fs'
import type { Locale } from '../../kernel/context.ts'
import type { Module } from '../module.ts'

export const LOCALES: readonly Locale[] = ['zh-CN', 'en']

/** The sentences that people read, by locale and key. */
export type Catalogues = Readonly<Record<Locale, Readonly<Record<string, string>>>>

/** Reads the catalogues of the platform and of each module: `messages.zh-CN.json` and `messages.en.json`. */
export function loadCatalogues(modules: readonly Module[]): Catalogues {
  const folders = [new URL('./', import.meta.url), ...modules.flatMap(({ messages }) => messages ?? [])]
  const read = (locale: Locale): Record<string, string> =>
    Object.assign({}, ...folders.map((folder) => readMessages(folder, locale)))
  return { 'zh-CN': read('zh-CN'), en: read('en') }
}

/** One folder's sentences in one locale. */
export function readMessages(folder: URL, locale: Locale): Record<string, string> {
  const base = folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`)
  return JSON.parse(readFileSync(new URL(`messages.${locale}.json`, base), 'utf8'))
}

/** The first locale of an `accept-language` header that we speak; Chinese when there is none. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((a, b) => b.quality - a.quality)
  const first = wanted.find(({ language }) => language === 'zh' || language === 'en')
  return first?.language === 'en' ? 'en' : 'zh-CN'
}
