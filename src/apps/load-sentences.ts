import { type Catalogues, LOCALES, loadCatalogues, readMessages } from '../platform/i18n/index.ts'
import { modules } from './modules.ts'

/** The catalogues of the house with those of the apps (progress of the start, words of the command line). */
export function loadSentences(): Catalogues {
  const house = loadCatalogues(modules)
  const own = new URL('./messages/', import.meta.url)
  const [zh, en] = LOCALES.map((locale) => ({ ...house[locale], ...readMessages(own, locale) }))
  return { 'zh-CN': zh!, en: en! }
}
