import type { Page } from 'playwright-core'
import { button, dialog, menu, type Opening } from './screen.ts'

const opens = (name: string, opener: string | RegExp, shows: Opening['shows'] = dialog()): Opening => ({
  name,
  opener: button(opener),
  shows,
})

/** The statement that the keys act on: work goes on there. */
const statement = (page: Page) => page.locator('[aria-current="true"][data-statement]')

/** Goes down in the menu that has opened, by keys. */
const choosing = (name: string) => async (page: Page) => {
  const item = menu(page).getByRole('menuitem', { name })
  await item.waitFor()
  const press = async (key: string) => {
    await page.keyboard.press(key)
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    return item.evaluate((element) => element === element.ownerDocument.activeElement)
  }
  let isThere = await press('Tab')
  for (let more = 0; more < 9 && !isThere; more++) isThere = await press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Drawers, dialogs and menus by the screen that they open from, by keyboard, one after the other. */
export const DIALOGS: Readonly<Record<string, readonly Opening[]>> = {
  '/ · duban': [opens('messages', /^消息/), opens('own menu', /^账号/, menu)],
  '/reports · duban': [opens('paste a text', '粘贴文字')],
  '/reports/$reportId · duban': [
    { ...opens('accept many', '成批采纳'), returnsTo: statement },
    { ...opens('correct', /^更正/), isBeside: true, returnsTo: statement },
    { ...opens('split', /^拆分/), returnsTo: statement },
  ],
  '/ledger · duban': [opens('new item', '新建事项'), opens('kept views', /^常用视图/, menu)],
  '/ledger · calendar · duban': [opens('feed', /日历订阅/)],
  '/ledger/items/$itemId · duban': [
    opens('press', /^催办/),
    opens('correct', /^更正/),
    opens('evidence', /^上传佐证/),
  ],
  '/ledger/items/$itemId · of its unit · qingdu': [opens('report progress', /^报进展/)],
  '/account · duban': [opens('new token', '新建令牌'), opens('leave', '设置代理')],
  '/accounts · sysadmin': [opens('new account', '新建账号'), opens('manage', /^管理 鹤汀区联络员/, menu)],
  '/accounts · secadmin': [
    { ...opens('roles, units and days', '管理 统计员'), further: choosing('按单位、期限授权') },
  ],
  '/accounts · roles · secadmin': [opens('new role', '新建角色')],
  '/review · duban': [opens('new review', '新建点评会')],
  '/review/$reviewId · in preparation · duban': [opens('change', '修改'), opens('freeze', '定稿并编号')],
  '/review/templates · duban': [
    opens('placeholders', '占位符'),
    opens('another template', '换一份'),
    opens('versions', '历次'),
  ],
  '/review/matters/$matterId · duban': [opens('name', '起名'), opens('settle', '认定已解决')],
  '/indicators/$code · statistician': [opens('freeze', '定版')],
  '/indicators/alerts · statistician': [opens('assign', /^改派/)],
  '/indicators/alerts · rules · statistician': [opens('new rule', '新建规则')],
  '/indicators/positions · statistician': [opens('withdraw', /^撤回/)],
}
