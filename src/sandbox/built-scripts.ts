/** Scripts that the sandbox serves. The build puts their texts here; run from the sources, the sandbox has none. */
declare const BUILT_SCRIPTS: BuiltScripts;

interface BuiltScripts {
  /** The hosted authorization page's, from `src/hosted-page`. */
  hostedPage: string;
  /** The product's own classic script, which stands in for the official one. */
  official: string;
}

/** @throws {Error} from the sources. */
export const builtScripts = (): BuiltScripts => {
  if (typeof BUILT_SCRIPTS === 'undefined') {
    throw new Error('Only the built sandbox has scripts: `npm run build`, and import ydrz-elements/sandbox');
  }
  return BUILT_SCRIPTS;
};
