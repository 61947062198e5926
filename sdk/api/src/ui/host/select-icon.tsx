import { ChevronDown } from 'lucide-react'

/** The arrow of MUI's Select, in the kit's icon set. */
export const SelectIcon = ({ className }: { className?: string }) => <ChevronDown size={16} className={className} aria-hidden />
