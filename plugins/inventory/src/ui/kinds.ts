import { recordKind } from '@innoerp/sdk/ui'
import type { Item } from '../shared/item.js'
import type { Location } from '../shared/location.js'
import { items, locations } from './inventory-api.js'

export const itemKind = recordKind<Item>({ source: items, title: ({ name }) => name, second: ({ sku }) => sku })

export const locationKind = recordKind<Location>({ source: locations, title: ({ name }) => name, second: ({ code }) => code ?? '' })
