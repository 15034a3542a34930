import { Button } from 'antd'
import { useWords } from '../../i18n/use-words.ts'

interface Props {
  codes: readonly string[]
  username: string
  onKept: () => void
}

/** The codes, this once: to print or keep as a file, away from the phone. */
export function RecoveryCodes({ codes, username, onKept }: Props) {
  const { t } = useWords()
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent([`Quarterdeck ${username}`, ...codes, ''].join('\n'))}`
  return (
    <>
      <p>{t('account.keep-codes')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="account-buttons no-print">
        <Button type="primary" onClick={onKept}>
          {t('account.codes-kept')}
        </Button>
        <Button href={file} download={`quarterdeck-${username}.txt`}>
          {t('account.codes-file')}
        </Button>
        <Button onClick={() => window.print()}>{t('app.print')}</Button>
      </div>
    </>
  )
}
