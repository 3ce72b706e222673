import type { Service } from '../service/service.js';
import type { Sim } from '../service/sims.js';
import type { Lanes } from './lane.js';
import type { AnsweredRequest } from './report.js';

/** What one sandbox consists of. */
export interface World {
  service: Service;
  sims: ReadonlyMap<string, Sim>;
  lanes: Lanes;
  /** The path that it stands under, with no slash at the end. */
  basePath: string;
  /** Told of every exchange once it has been answered. */
  onAnswer?: ((answered: AnsweredRequest) => void) | undefined;
}
