import { Button } from 'antd'
import { useWords } from '../i18n/use-words.ts'
import './pager.css'

interface PagerProps {
  page: number
  pageSize: number
  total: number
  onPage: (page: number) => void
}

/** Steps through the pages of a list; says nothing when there is one page. */
export function Pager({ page, pageSize, total, onPage }: PagerProps) {
  const { t } = useWords()
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null
  return (
    <nav className="pager no-print" aria-label={t('app.page-of', { page, pages, total })}>
      <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t('app.previous-page')}
      </Button>
      <span className="soft">{t('app.page-of', { page, pages, total })}</span>
      <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t('app.next-page')}
      </Button>
    </nav>
  )
}
