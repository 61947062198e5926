import type { AccountType } from '../../shared/account.js'
import type { JournalType } from '../../shared/journal.js'

/** A name in the languages that templates know. */
export interface Names {
  en: string
  de: string
}

/** A group of the template and the accounts below it, each with its number. */
export interface TemplateGroup {
  number: string
  type: AccountType
  names: Names
  accounts: Readonly<Record<string, Names>>
}

const names = (en: string, de: string): Names => ({ en, de })

/** A general chart for a small trading or service company: what its first balance sheet and profit and loss need. */
export const CHART: readonly TemplateGroup[] = [
  {
    number: '0000',
    type: 'asset',
    names: names('Fixed assets', 'Anlagevermögen'),
    accounts: {
      '0100': names('Software and licences', 'Software und Lizenzen'),
      '0200': names('Land and buildings', 'Grundstücke und Gebäude'),
      '0300': names('Machinery', 'Maschinen'),
      '0400': names('Vehicles', 'Fahrzeuge'),
      '0500': names('Office equipment', 'Büroausstattung'),
    },
  },
  {
    number: '1000',
    type: 'asset',
    names: names('Current assets', 'Umlaufvermögen'),
    accounts: {
      '1100': names('Cash on hand', 'Kasse'),
      '1200': names('Bank', 'Bank'),
      '1300': names('Money in transit', 'Geldtransit'),
      '1400': names('Trade receivables', 'Forderungen aus Lieferungen und Leistungen'),
      '1500': names('Input VAT', 'Vorsteuer'),
      '1600': names('Inventory', 'Warenbestand'),
      '1700': names('Prepaid expenses', 'Aktive Rechnungsabgrenzung'),
    },
  },
  {
    number: '2000',
    type: 'equity',
    names: names('Equity', 'Eigenkapital'),
    accounts: {
      '2100': names('Share capital', 'Gezeichnetes Kapital'),
      '2200': names('Retained earnings', 'Gewinnvortrag'),
      '2300': names('Owner’s drawings', 'Privatentnahmen'),
      '2900': names('Opening balances', 'Saldenvorträge'),
    },
  },
  {
    number: '3000',
    type: 'liability',
    names: names('Liabilities', 'Verbindlichkeiten'),
    accounts: {
      '3100': names('Bank loans', 'Bankdarlehen'),
      '3200': names('Trade payables', 'Verbindlichkeiten aus Lieferungen und Leistungen'),
      '3300': names('Goods received, not billed', 'Wareneingang ohne Rechnung'),
      '3400': names('Output VAT', 'Umsatzsteuer'),
      '3500': names('VAT payable', 'Umsatzsteuerzahllast'),
      '3600': names('Wages payable', 'Verbindlichkeiten aus Lohn und Gehalt'),
      '3700': names('Deferred income', 'Passive Rechnungsabgrenzung'),
    },
  },
  {
    number: '4000',
    type: 'income',
    names: names('Income', 'Erträge'),
    accounts: {
      '4100': names('Sales of goods', 'Warenerlöse'),
      '4200': names('Sales of services', 'Dienstleistungserlöse'),
      '4300': names('Discounts granted', 'Gewährte Skonti und Rabatte'),
      '4800': names('Exchange gains', 'Kursgewinne'),
      '4900': names('Other income', 'Sonstige Erträge'),
    },
  },
  {
    number: '5000',
    type: 'expense',
    names: names('Cost of sales', 'Aufwand für Waren und Leistungen'),
    accounts: {
      '5100': names('Cost of goods sold', 'Wareneinsatz'),
      '5200': names('Subcontractors', 'Fremdleistungen'),
      '5300': names('Freight and customs', 'Frachten und Zölle'),
    },
  },
  {
    number: '6000',
    type: 'expense',
    names: names('Operating expenses', 'Betriebliche Aufwendungen'),
    accounts: {
      '6100': names('Wages and salaries', 'Löhne und Gehälter'),
      '6200': names('Social security', 'Sozialabgaben'),
      '6300': names('Rent and utilities', 'Miete und Nebenkosten'),
      '6400': names('Vehicle costs', 'Fahrzeugkosten'),
      '6500': names('Travel', 'Reisekosten'),
      '6600': names('Advertising', 'Werbung'),
      '6700': names('Telephone and internet', 'Telefon und Internet'),
      '6800': names('Legal and accounting', 'Recht und Buchhaltung'),
      '6900': names('Depreciation', 'Abschreibungen'),
    },
  },
  {
    number: '7000',
    type: 'expense',
    names: names('Interest and taxes', 'Zinsen und Steuern'),
    accounts: {
      '7100': names('Interest paid', 'Zinsaufwand'),
      '7200': names('Exchange losses', 'Kursverluste'),
      '7300': names('Income taxes', 'Steuern vom Einkommen und Ertrag'),
    },
  },
]

/** The journals that most companies keep. */
export const JOURNALS: readonly { code: string; type: JournalType; names: Names }[] = [
  { code: 'GEN', type: 'general', names: names('General journal', 'Allgemeines Journal') },
  { code: 'SAL', type: 'sales', names: names('Sales', 'Ausgangsrechnungen') },
  { code: 'PUR', type: 'purchase', names: names('Purchases', 'Eingangsrechnungen') },
  { code: 'BNK', type: 'bank', names: names('Bank', 'Bank') },
  { code: 'CSH', type: 'cash', names: names('Cash', 'Kasse') },
]
