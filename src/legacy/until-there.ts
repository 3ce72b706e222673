import { unclobbered } from '../dom/unclobbered.js';

/**
 * Find a place in the page, waiting for the rest of the document where it is not there yet: official pages call from
 * scripts in their head.
 */
export const untilThere = async <Place>(find: () => Place | null): Promise<Place | null> => {
  const place = find();
  if (place || unclobbered().readyState !== 'loading') return place;
  await new Promise((resolve) => {
    unclobbered().addEventListener('DOMContentLoaded', resolve, { once: true });
  });
  return find();
};
