import type { Locale } from '../../../i18n/locale.ts'

const FORMS = {
  'zh-CN': new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 }),
}

/** A number of unknown size for a narrow place, in the language's own thousands, `160M` in English. */
export function shortNumber(decimal: string, locale: Locale): string {
  return FORMS[locale].format(Number(decimal))
}
