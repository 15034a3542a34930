import type { Role } from '../../../kernel/permissions.ts'
import type { TestCity } from '../../../platform/testing/index.ts'
import { addAccount, signInOver } from '../../identity/testing.ts'

interface Asked {
  readonly as?: Role | null
  readonly body?: object
  /** A file as a form sends it. */
  readonly file?: { readonly name: string; readonly content: string }
  readonly english?: boolean
}

export interface Answered {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what came.
  readonly body: any
  readonly userId: string
}

/** Asks the server as a browser does, signed in as the roles are; liaisons and leaders are of 云泊新区. */
export async function askOverHttp(city: TestCity, roles: readonly Role[]) {
  const server = await city.http()
  const browsers = new Map<Role, Awaited<ReturnType<typeof signInOver>>>()
  for (const role of roles) {
    const isOfUnit = role === 'liaison' || role === 'leader'
    await addAccount(city.asSystem(), { role, ...(isOfUnit && { unitId: city.unitId('yunbo') }) })
    browsers.set(role, await signInOver(server, role))
  }
  return async (
    method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    { as = roles[0]!, body, file, english }: Asked = {},
  ): Promise<Answered> => {
    const browser = as === null ? undefined : browsers.get(as)
    const form = file && formOf(file)
    const headers = { ...browser?.headers, ...form?.headers, ...(english && { 'accept-language': 'en' }) }
    const payload = form?.payload ?? body
    const response = await server.inject({ method, url, headers, ...(payload && { payload }) })
    const isJson = String(response.headers['content-type']).includes('json')
    return {
      status: response.statusCode,
      body: isJson ? response.json() : response.body,
      userId: browser?.session.user.id ?? '',
    }
  }
}

function formOf({ name, content }: NonNullable<Asked['file']>) {
  const boundary = 'b0undary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${head}${content}\r\n--${boundary}--\r\n`,
  }
}
