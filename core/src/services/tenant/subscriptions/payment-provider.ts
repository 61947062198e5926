/** What is to be paid. */
export interface Charge {
  organizationId: string
  /** Exact decimal. */
  amount: string
  currency: string
  description: string
}
export interface ChargeResult {
  status: 'succeeded' | 'pending' | 'failed'
  /** The provider's own name of the payment. */
  reference: string | null
}

/** How money comes in: the port that a card payment service implements too. */
export interface PaymentProvider {
  readonly name: string
  charge(charge: Charge): Promise<ChargeResult>
}

/** An invoice goes out; somebody notes later that it was paid. */
export const invoiceProvider: PaymentProvider = {
  name: 'invoice',
  charge: async () => ({ status: 'pending', reference: null }),
}
