import { ApiError, createKeyring, errorText, fieldErrors } from '@innoerp/sdk/ui/auth'
import { useState } from 'react'
import { usePublic } from '../context'
import { problemsOf, trimmed, type Draft, type Field } from './draft'
import { regionDefaults } from '../../page/regions'
import { signUpApi, type SignedUp, type Waiting } from './sign-up-api'
import { subdomainFrom } from '../subdomain'

const emptyDraft = (): Draft => ({
  business_name: '',
  subdomain: '',
  owner_name: '',
  owner_email: '',
  password: '',
  industry_code: '',
  ...regionDefaults(),
})

export interface SignUp {
  draft: Draft
  busy: boolean
  /** Set once the company exists, or was asked for. */
  done: SignedUp | Waiting | null
  /** What is wrong with the whole, above the form. */
  failure: string | undefined
  change(changes: Partial<Draft>): void
  /** The field was left: from now on its problem is shown. */
  leave(field: Field): void
  /** What to show below a field. */
  problem(field: Field): string | undefined
  /** Resolves to the first field that keeps the company from being created. */
  submit(): Promise<Field | undefined>
}

const ALL = Object.keys(emptyDraft()) as Field[]

/** State and rules of the sign-up form: a field is checked when it is left, and while typing once it was wrong. */
export function useSignUp(): SignUp {
  const { t } = usePublic()
  const [draft, setDraft] = useState(emptyDraft)
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set())
  const problems = problemsOf(draft)
  const sending = useSending(draft)

  function change(changes: Partial<Draft>) {
    // The address follows the name until it is the person's own.
    const follows = changes.business_name !== undefined && draft.subdomain === subdomainFrom(draft.business_name)
    setDraft({ ...draft, ...changes, ...(follows && { subdomain: subdomainFrom(changes.business_name ?? '') }) })
    sending.forget(Object.keys(changes) as Field[])
  }

  async function submit(): Promise<Field | undefined> {
    setLeft(new Set(ALL))
    const wrong = ALL.find((field) => problems[field])
    return wrong ?? (await sending.send())
  }

  function problem(field: Field): string | undefined {
    const key = problems[field]
    if (key) return left.has(field) ? t(`problem.${key}`) : undefined
    return sending.refused[field]
  }

  const leave = (field: Field) => setLeft(new Set([...left, field]))
  return { draft, change, leave, problem, submit, busy: sending.busy, done: sending.done, failure: sending.failure }
}

type Refused = Partial<Record<Field, string>>

/** Findings of the server by field; a refusal that names no field stands above the form. */
function refusalOf(error: unknown): Refused {
  const found: Refused = {}
  for (const [field, message] of Object.entries(fieldErrors(error))) {
    if (ALL.includes(field as Field)) found[field as Field] = message
  }
  const conflict = error instanceof ApiError && error.status === 409 && Object.keys(found).length === 0
  return conflict ? { subdomain: error.message } : found
}

function useSending(draft: Draft) {
  const { api, t } = usePublic()
  const [keyring] = useState(() => createKeyring())
  const [state, setState] = useState<{ busy: boolean; done: SignedUp | Waiting | null; failure?: string | undefined }>({ busy: false, done: null })
  const [refused, setRefused] = useState<Refused>({})

  async function send(): Promise<Field | undefined> {
    if (state.busy) return undefined
    setState({ busy: true, done: null })
    const body = trimmed(draft)
    try {
      setState({ busy: false, done: await signUpApi(api).signUp(body, keyring.keyFor(body)) })
      return undefined
    } catch (error) {
      const fields = refusalOf(error)
      const first = ALL.find((field) => fields[field])
      setRefused(fields)
      setState({ busy: false, done: null, failure: first ? undefined : errorText(t, error) })
      return first
    }
  }

  const forget = (fields: readonly Field[]) =>
    setRefused(Object.fromEntries(Object.entries(refused).filter(([field]) => !fields.includes(field as Field))))
  return { ...state, refused, send, forget }
}
