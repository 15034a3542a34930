import { App } from 'antd'
import { useEffect } from 'react'
import { onAnswerLost } from '../api/answer-lost.ts'
import { useWords } from '../i18n/use-words.ts'

/** Says that a write is done whose answer was lost with the server; what it made shows once the page is loaded again. */
export function StandsNote() {
  const { t } = useWords()
  const { modal } = App.useApp()
  useEffect(() => {
    let isTold = false
    return onAnswerLost(() => {
      if (isTold) return
      isTold = true
      modal.success({
        title: t('app.stands'),
        content: t('app.stands-why'),
        okText: t('app.reload'),
        onOk: () => location.reload(),
      })
    })
  }, [modal, t])
  return null
}
