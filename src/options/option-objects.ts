import type { layerTable } from './layer-options.js';
import type { pageTable } from './page-options.js';
import type { NamedLink } from './types.js';
import type { OptionTable, ValueType } from './value-types.js';

/** What an application may write for each type of value. */
type Given<Type extends ValueType> = Type extends 'agreements'
  ? readonly Partial<NamedLink>[]
  : Type extends 'flag'
    ? boolean | string | number
    : string | number;

type Options<Table extends OptionTable> = {
  readonly [Name in keyof Table]?:
    | (Table[Name] extends ValueType
        ? Given<Table[Name]>
        : Table[Name] extends OptionTable
          ? Options<Table[Name]>
          : never)
    | undefined;
};

/** The documented options of the custom popup (authPageType 2), as an application may write them. */
export type LayerOptions = Options<typeof layerTable>;

/** The documented options of the custom page (authPageType 3), as an application may write them. */
export type PageOptions = Options<typeof pageTable>;
