import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  type PermissionLine,
  type RoleLine,
  type RoleScope,
  useRoleSteps,
  useRoles,
} from '../../api/roles.ts'
import { useRefusalReason } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GatedButton } from '../../ui/gated-button.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import { RoleChanges } from './role-changes.tsx'
import { RoleDialog } from './role-dialog.tsx'
import './roles.css'
import { useRoleName } from './use-role-name.ts'

export type Draft = Pick<RoleLine, 'key' | 'version' | 'names' | 'permissions'>

/** Permissions by roles; one column at a time is changed, and what that means is shown before it is saved. */
export function RoleMatrix() {
  const { t } = useWords()
  const { data, error, refetch } = useRoles()
  const [draft, setDraft] = useState<Draft>()
  const [isMaking, setMaking] = useState(false)
  const [wanted, setWanted] = useState('')
  const refusal = useRefusalReason()
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={14} />
  const shown = data.permissions.filter(({ permission, words }) =>
    `${permission} ${words}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  const modules = [...new Set(shown.map(({ module }) => module))]
  return (
    <>
      <div className="roles-head no-print">
        <Input
          allowClear
          className="accounts-find"
          placeholder={t('roles.find')}
          aria-label={t('roles.find')}
          onChange={({ target }) => setWanted(target.value)}
        />
        <GatedButton reason={refusal('identity.grant-roles')} onClick={() => setMaking(true)}>
          {t('roles.make')}
        </GatedButton>
      </div>
      <p className="soft">{t('roles.note')}</p>
      <div className="roles-scroll">
        <table className={`roles-table ${draft ? 'is-drawing' : ''}`}>
          <caption className="visually-hidden">{t('roles.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('roles.permission')}</th>
              {data.roles.map((role) => (
                <RoleHead
                  key={role.key}
                  role={role}
                  draft={draft}
                  onDraft={setDraft}
                  permissions={data.permissions}
                />
              ))}
            </tr>
          </thead>
          {modules.map((module) => (
            <tbody key={module}>
              <tr className="roles-module">
                <th scope="rowgroup" colSpan={data.roles.length + 1}>
                  <span>{t(`roles.module.${module}` as 'roles.module.ledger')}</span>
                </th>
              </tr>
              {shown
                .filter((each) => each.module === module)
                .map((permission) => (
                  <tr key={permission.permission}>
                    <th scope="row">
                      {permission.words}
                      <code className="soft">{permission.permission}</code>
                    </th>
                    {data.roles.map((role) => (
                      <td key={role.key} className={draft?.key === role.key ? 'is-drawn' : undefined}>
                        <Cell role={role} permission={permission} draft={draft} onDraft={setDraft} />
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </div>
      {isMaking && <RoleDialog roles={data.roles} onClose={() => setMaking(false)} />}
    </>
  )
}

interface HeadProps {
  role: RoleLine
  draft: Draft | undefined
  onDraft: (draft: Draft | undefined) => void
  permissions: readonly PermissionLine[]
}

function RoleHead({ role, draft, onDraft, permissions }: HeadProps) {
  const { t } = useWords()
  const { message, modal } = App.useApp()
  const sentence = useProblemSentence()
  const roleName = useRoleName()
  const refusal = useRefusalReason()
  const { change, retire } = useRoleSteps()
  const { key, version, names, holders } = role
  const name = roleName(role)
  const isDrawn = draft?.key === key
  const isOwn = names !== null
  const onError = (problem: unknown) => message.error(sentence(problem))

  function save(to: Draft): void {
    modal.confirm({
      title: t(holders > 0 ? 'roles.save-sure' : 'roles.save-sure-unheld', { name, count: holders }),
      width: 520,
      content: <RoleChanges from={role.permissions} to={to.permissions} permissions={permissions} />,
      okText: t('app.save'),
      onOk: () =>
        change
          .mutateAsync({
            role: key,
            body: { version, permissions: to.permissions, ...(to.names ? { names: to.names } : {}) },
          })
          .then(() => onDraft(undefined), onError),
    })
  }

  const reason = role.isAdministrators ? t('roles.fixed') : refusal('identity.grant-roles')
  return (
    <th
      scope="col"
      className={isDrawn ? 'is-drawn' : role.isRetired ? 'is-retired' : undefined}
      ref={(head) => {
        if (isDrawn) head?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }}
    >
      <span className="roles-name">{name}</span>
      <span className="soft roles-kind">
        {role.isRetired ? t('roles.retired') : t('roles.holders', { count: holders })}
        {role.declared && ` · ${t('roles.changed')}`}
      </span>
      <span className="roles-buttons no-print">
        {isDrawn ? (
          <>
            <Button size="small" type="primary" loading={change.isPending} onClick={() => save(draft)}>
              {t('app.save')}
            </Button>
            <Button size="small" onClick={() => onDraft(undefined)}>
              {t('app.cancel')}
            </Button>
            {role.declared && (
              <Button size="small" onClick={() => onDraft({ ...draft, permissions: { ...role.declared } })}>
                {t('roles.as-declared')}
              </Button>
            )}
          </>
        ) : (
          !role.isRetired && (
            <GatedButton
              size="small"
              reason={reason}
              aria-label={`${t('roles.edit')} ${name}`}
              onClick={() => onDraft({ key, version, names, permissions: { ...role.permissions } })}
            >
              {t('roles.edit')}
            </GatedButton>
          )
        )}
        {isOwn && !isDrawn && (
          <GatedButton
            size="small"
            reason={refusal('identity.grant-roles')}
            aria-label={`${t(role.isRetired ? 'roles.take-up' : 'roles.retire')} ${name}`}
            onClick={() => retire.mutate({ role: key, version, isRetired: !role.isRetired }, { onError })}
          >
            {t(role.isRetired ? 'roles.take-up' : 'roles.retire')}
          </GatedButton>
        )}
      </span>
    </th>
  )
}

interface CellProps {
  role: RoleLine
  permission: PermissionLine
  draft: Draft | undefined
  onDraft: (draft: Draft) => void
}

function Cell({ role, permission: line, draft, onDraft }: CellProps) {
  const { t } = useWords()
  const roleName = useRoleName()
  const { permission, words, bases, isLimitable, isBounded } = line
  const isDrawn = draft?.key === role.key
  const scope = (isDrawn ? draft : role).permissions[permission]
  if (!isDrawn) return <ScopeMark scope={scope} />
  if (!bases.some((each) => each === role.basis)) return <span className="soft">{t('roles.not-here')}</span>
  const { [permission]: _, ...others } = draft.permissions
  const set = (value: RoleScope | 'none') =>
    onDraft({ ...draft, permissions: value === 'none' ? others : { ...others, [permission]: value } })
  return (
    <Select
      size="small"
      className="roles-select"
      aria-label={`${words} ${roleName(role)}`}
      value={scope ?? 'none'}
      options={[
        { value: 'none', label: t('roles.scope.none') },
        ...(isLimitable ? [{ value: 'own', label: t('roles.scope.own') }] : []),
        ...(isBounded ? [] : [{ value: 'any', label: t('roles.scope.any') }]),
      ]}
      onChange={set}
    />
  )
}

function ScopeMark({ scope }: { scope: RoleScope | undefined }) {
  const { t } = useWords()
  if (!scope) return <span className="roles-none">{t('roles.scope.none')}</span>
  return <span className={`roles-mark is-${scope}`}>{t(`roles.scope.${scope}`)}</span>
}
