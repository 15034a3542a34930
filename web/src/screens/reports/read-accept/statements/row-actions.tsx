import { mayAccept } from '../../../../../../src/modules/reports/rules/decisions/may-accept.ts'
import type { Statement } from '../../../../api/model.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { GatedButton } from '../../../../ui/gated-button.tsx'
import type { RowHandlers } from './row-handlers.ts'

interface RowActionsProps {
  statement: Statement
  handlers: RowHandlers
  reason: string | undefined
}

/** What can be done with the active statement, each with its key. */
export function RowActions({ statement, handlers, reason }: RowActionsProps) {
  const { t } = useWords()
  const isOpen = statement.status === 'proposed'
  const needsUnit = mayAccept(statement).kind === 'allowed' ? undefined : t('read.needs-unit')
  return (
    <div className="row-actions" role="toolbar" aria-label={statement.subject}>
      {isOpen ? (
        <>
          <GatedButton
            size="small"
            type="primary"
            reason={reason ?? needsUnit}
            onClick={() => handlers.decide(statement, 'accept')}
          >
            {t('read.accept')} <kbd>a</kbd>
          </GatedButton>
          <GatedButton size="small" reason={reason} onClick={() => handlers.decide(statement, 'reject')}>
            {t('read.reject')} <kbd>x</kbd>
          </GatedButton>
        </>
      ) : (
        <GatedButton size="small" reason={reason} onClick={() => handlers.decide(statement, 'reopen')}>
          {t('read.reopen')} <kbd>u</kbd>
        </GatedButton>
      )}
      <GatedButton size="small" reason={reason} onClick={() => handlers.edit(statement)}>
        {t('read.edit')} <kbd>e</kbd>
      </GatedButton>
      <GatedButton
        size="small"
        reason={reason ?? (isOpen ? undefined : t('read.split-not-open'))}
        onClick={() => handlers.split(statement)}
      >
        {t('read.split')} <kbd>s</kbd>
      </GatedButton>
    </div>
  )
}
