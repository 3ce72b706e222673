/**
 * Find a place in the page, waiting for the rest of the document where it is not there yet: official pages call from
 * scripts in their head.
 */
export const untilThere = async <Place>(find: () => Place | null): Promise<Place | null> => {
  const place = find();
  if (place || document.readyState !== 'loading') return place;
  await new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true });
  });
  return find();
};
