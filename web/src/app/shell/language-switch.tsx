import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { switchLocale } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/use-words.ts'

/** Chinese or English; named in the language that it switches to. */
export function LanguageSwitch() {
  const { t, locale } = useWords()
  const cache = useQueryClient()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const turn = () => {
    switchLocale(other)
    cache.invalidateQueries()
  }
  return (
    <Button type="text" lang={other} onClick={turn}>
      {t('app.switch-language')}
    </Button>
  )
}
