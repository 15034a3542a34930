import { addDays, type Day } from '../../src/kernel/day.ts'
import type { Person } from './people.ts'

/** The key of a set of rules for lights that is the city's own. */
export const OWN_LIGHTS = 'own-lights'

/** What an officer keeps: a token, a stand-in, rules for lights of the city's own, a changed template. */
export async function seedOffice(officer: Person, password: string, today: Day): Promise<void> {
  const { grantable } = await officer.read('/api/account/tokens')
  const permissions = [grantable[0].permission]
  await officer.send('post', '/api/account/tokens', { name: '月报导出', permissions, days: 30, password })
  const { people } = await officer.read('/api/leave')
  const standIn = people.find(({ name }: { name: string }) => name === '督查专员（乙）')
  await officer.send('post', '/api/leave/delegations', {
    toAccountId: standIn.id,
    assignmentIds: null,
    fromOn: addDays(today, 10),
    untilOn: addDays(today, 20),
  })
  const { sets } = await officer.read('/api/ledger/light-rules')
  const { key: _, ...shipped } = sets[0].ruleSet
  await officer.send('put', `/api/ledger/light-rules/${OWN_LIGHTS}`, {
    version: 0,
    ruleSet: { ...shipped, name: { zh: '本市亮灯规则', en: 'Lights of the city' } },
  })
  const template = '/api/reviews/templates/notice'
  const buffer = await officer.readFile(template)
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await officer.sendFile(template, { name: '通报模板.docx', mimeType, buffer }, 'put')
}
