import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { typeScale, useDisplay } from '../ui/display.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'
import { StandsNote } from './stands-note.tsx'
import { themeOf } from './theme.ts'

/** The whole client: words, look, data and routes. */
export function QuarterdeckApp() {
  const { locale } = useWords()
  const display = useDisplay()
  const theme = useMemo(() => themeOf(typeScale(display)), [display])
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return (
    <ConfigProvider
      theme={theme}
      locale={locale === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App message={{ maxCount: 3 }} notification={{ placement: 'bottomRight' }}>
        <StandsNote />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
