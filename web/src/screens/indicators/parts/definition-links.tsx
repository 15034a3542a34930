import { Link } from '@tanstack/react-router'
import { useIsAllowed } from '../../../api/session.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** From an indicator to its targets and, for those who may, to another definition. */
export function DefinitionLinks({ code }: { code: string }) {
  const { t } = useWords()
  const mayDefine = useIsAllowed()('indicators.define')
  return (
    <>
      <Link
        to="/indicators/targets"
        search={{ indicator: code }}
        className="ant-btn ant-btn-default button-link"
      >
        {t('target.title')}
      </Link>
      {mayDefine && (
        <Link to="/indicators/$code/edit" params={{ code }} className="ant-btn ant-btn-default button-link">
          {t('define.change')}
        </Link>
      )}
    </>
  )
}
