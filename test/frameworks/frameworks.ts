/** A page in a framework, or built by a tool, in the folder of its name under `apps`. What is not said is as most have it. */
export interface Framework {
  /** The package whose version stands for the framework's. */
  of: string;
  /** What it is called. */
  title: string;
  /** The program that checks the types of its files, and its arguments; none for pages that are served as they are. */
  check?: readonly [program: string, ...args: string[]];
  /** What builds it: Vite, the folder's own `npm run build`, or nothing, for a page that is served as it is. */
  built: 'vite' | 'itself' | 'as it is';
  /** Takes minutes to install and to build: not among what is tried before each change. */
  long?: boolean;
}

const tsc = (name: string): Pick<Framework, 'check' | 'built'> => ({
  check: ['tsc', '-p', name],
  built: 'vite',
});

/**
 * A new page is a row here and a folder. A folder with a `package.json` of its own is installed by itself; what all others are
 * built with is in the one beside this file.
 */
export const FRAMEWORKS = {
  react: { of: 'react', title: 'React', ...tsc('react') },
  'react-18': { of: 'react', title: 'React', ...tsc('react-18') },
  'react-16': { of: 'react', title: 'React', ...tsc('react-16') },
  preact: { of: 'preact', title: 'Preact', ...tsc('preact') },
  solid: { of: 'solid-js', title: 'Solid', ...tsc('solid') },
  vue: { of: 'vue', title: 'Vue', check: ['vue-tsc', '-p', 'vue'], built: 'vite' },
  'vue-2': { of: 'vue', title: 'Vue', check: ['vue-tsc', '-p', 'vue-2'], built: 'vite' },
  svelte: {
    of: 'svelte',
    title: 'Svelte',
    check: ['svelte-check', '--workspace', 'svelte', '--tsconfig', './tsconfig.json', '--output', 'human'],
    built: 'vite',
  },
  'petite-vue': { of: 'petite-vue', title: 'petite-vue', built: 'as it is' },
  alpine: { of: 'alpinejs', title: 'Alpine', built: 'as it is' },
  jquery: { of: 'jquery', title: 'jQuery', built: 'as it is' },
  htmx: { of: 'htmx.org', title: 'htmx', built: 'as it is' },
  turbo: { of: '@hotwired/turbo', title: 'Turbo', built: 'as it is' },
  angular: { of: '@angular/core', title: 'Angular', built: 'itself', long: true },
  amis: { of: 'amis', title: 'amis', built: 'as it is', long: true },
  'uni-app': { of: '@dcloudio/uni-h5', title: 'uni-app H5', built: 'itself', long: true },
  taro: { of: '@tarojs/taro', title: 'Taro H5', built: 'itself', long: true },
  parcel: { of: 'parcel', title: 'Parcel', built: 'itself', long: true },
  'vue-cli-4': { of: '@vue/cli-service', title: 'Vue CLI', built: 'itself', long: true },
  'webpack-4': { of: 'webpack', title: 'webpack', built: 'itself', long: true },
} as const satisfies Readonly<Record<string, Framework>>;

export type FrameworkName = keyof typeof FRAMEWORKS;

export const namesOf = ({ long }: { long: boolean }): FrameworkName[] => {
  const rows: [string, Framework][] = Object.entries(FRAMEWORKS);
  const names = rows.filter(([, row]) => (row.long ?? false) === long).map(([name]) => name);
  return names.filter((name): name is FrameworkName => name in FRAMEWORKS);
};
