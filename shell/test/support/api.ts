import type { HostProcess } from './host-process.js'

export interface SignUp {
  business_name: string
  subdomain: string
  owner_name: string
  owner_email: string
  password: string
}

/** Signs a company up without the pages; gives the answer of the platform. */
export async function signUpAt<T>(host: HostProcess, values: SignUp): Promise<T> {
  const answer = await fetch(host.url('', '/api/v1/organizations/signup'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...values, industry_code: 'technology' }),
  })
  if (answer.status !== 201) throw new Error(`Sign-up answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}
