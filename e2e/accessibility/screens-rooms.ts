import { button, press, type Screen, tab, words } from './screen.ts'
import { OWN_LIGHTS } from './seed-office.ts'
import { word } from './words.ts'

const itemOf = (title: string) => (world: { items: ReadonlyMap<string, string> }) =>
  `/ledger/items/${world.items.get(title)}`
/** An item at another step of its way, where other things can be done. */
const item = (part: string, title: string, as: Screen['as'] = 'duban'): Screen => ({
  route: '/ledger/items/$itemId',
  part,
  as,
  at: itemOf(title),
})
const changeOfficer = `${word('roles.edit')} ${word('role.officer')}`

/** Sign-in, accounts, the desks, reports, the ledger, units and the journal. */
export const ROOM_SCREENS: readonly Screen[] = [
  { route: '/sign-in', as: 'nobody', at: '/sign-in' },
  { route: '/sign-in', part: 'second step', as: 'nobody', at: '/sign-in#challenge=none' },
  { route: '/duties', as: 'auditadmin', at: '/duties' },
  {
    route: '/',
    as: 'duban',
    at: '/',
  },
  {
    route: '/',
    part: 'address that leads nowhere',
    as: 'duban',
    at: '/nowhere',
    ready: words(word('app.not-found')),
  },
  { route: '/desk', as: 'duban', at: '/desk' },
  { route: '/my-unit', as: 'qingdu', at: '/my-unit' },
  {
    route: '/reports',
    as: 'duban',
    at: '/reports',
    ready: words('泊江市召开一季度工作会议'),
  },
  {
    route: '/reports/$reportId',
    as: 'duban',
    at: ({ reportId }) => `/reports/${reportId}`,
  },
  { route: '/check', as: 'duban', at: '/check' },
  { route: '/check', part: 'of a report', as: 'duban', at: ({ reportId }) => `/check?report=${reportId}` },
  {
    route: '/ledger',
    as: 'duban',
    at: '/ledger',
    ready: words('汛前泵站检修'),
  },
  { route: '/ledger', part: 'board', as: 'duban', at: '/ledger?view=board', ready: words('汛前泵站检修') },
  {
    route: '/ledger',
    part: 'timeline',
    as: 'duban',
    at: '/ledger?view=timeline',
    ready: words('汛前泵站检修'),
  },
  {
    route: '/ledger',
    part: 'calendar',
    as: 'duban',
    at: '/ledger?view=calendar&month=2023-11',
  },
  { route: '/ledger', part: 'empty', as: 'duban', at: '/ledger?q=没有这样的事项' },
  { route: '/ledger', part: 'the past', as: 'duban', at: '/ledger?asOf=2023-10-25' },
  {
    route: '/ledger/items/$itemId',
    as: 'duban',
    at: itemOf('河道整治分段验收'),
  },
  {
    route: '/ledger/items/$itemId',
    part: 'story',
    as: 'duban',
    at: (world) => `${itemOf('河道整治分段验收')(world)}?view=story`,
  },
  {
    route: '/ledger/items/$itemId',
    part: 'of its unit',
    as: 'qingdu',
    at: itemOf('河道整治分段验收'),
  },
  item('draft', '路灯节能改造方案'),
  item('reviewed', '公园围墙打开三处'),
  item('to be signed', '老旧电梯更新一百台', 'qingdu'),
  item('being verified', '学校门口护学岗增设'),
  item('closed', '口袋公园建成开放'),
  item('suspended', '旧桥检测加固'),
  item('with parts of others', '老年助餐点新增十个'),
  item('with an own part', '环卫车辆更新', 'qingdu'),
  { route: '/ledger/settings', as: 'duban', at: '/ledger/settings' },
  { route: '/ledger/settings', part: 'lights', as: 'duban', at: '/ledger/settings?part=lights' },
  {
    route: '/ledger/settings',
    part: 'a set of its own',
    as: 'duban',
    at: `/ledger/settings?part=lights&set=${OWN_LIGHTS}`,
  },
  {
    route: '/ledger/settings',
    part: 'a set that is changed',
    as: 'duban',
    at: `/ledger/settings?part=lights&set=${OWN_LIGHTS}`,
    prepare: press(word('ledger-settings.edit')),
    ready: button(word('ledger-settings.check-and-save')),
  },
  {
    route: '/ledger/settings',
    part: 'calendar',
    as: 'duban',
    at: '/ledger/settings?part=calendar&year=2023',
  },
  { route: '/ledger/statistics', as: 'duban', at: '/ledger/statistics' },
  { route: '/ledger/import', as: 'duban', at: '/ledger/import' },
  {
    route: '/ledger/import',
    part: 'columns',
    as: 'duban',
    at: ({ sheetId }) => `/ledger/import?id=${sheetId}`,
  },
  { route: '/units', as: 'duban', at: '/units' },
  { route: '/journal', as: 'auditor', at: '/journal' },
  {
    route: '/journal',
    part: 'not allowed',
    as: 'qingdu',
    at: '/journal',
    ready: words(word('app.no-permission')),
  },
  {
    route: '/account',
    as: 'duban',
    at: '/account',
  },
  { route: '/account', part: 'with a second factor', as: 'sysadmin', at: '/account' },
  {
    route: '/accounts',
    as: 'sysadmin',
    at: '/accounts',
  },
  { route: '/accounts', as: 'secadmin', at: '/accounts' },
  {
    route: '/accounts',
    part: 'roles',
    as: 'secadmin',
    at: '/accounts',
    prepare: tab('accounts.tab.roles'),
    ready: button(changeOfficer),
  },
  {
    route: '/accounts',
    part: 'a role that is changed',
    as: 'secadmin',
    at: '/accounts',
    prepare: async (page) => {
      await tab('accounts.tab.roles')(page)
      await press(changeOfficer)(page)
    },
    ready: (page) => page.locator('.roles-select').first(),
  },
  {
    route: '/accounts',
    part: 'who may do what',
    as: 'secadmin',
    at: '/accounts',
    prepare: tab('accounts.tab.who-may'),
    ready: words(word('roles.who-may-note')),
  },
  {
    route: '/accounts',
    part: 'security',
    as: 'secadmin',
    at: '/accounts',
    prepare: tab('accounts.tab.security'),
    ready: (page) => page.locator('form input').first(),
  },
]
