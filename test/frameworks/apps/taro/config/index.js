module.exports = {
  projectName: 'taro',
  designWidth: 750,
  deviceRatio: { 750: 1 },
  sourceRoot: 'src',
  outputRoot: '../../node_modules/.built/taro',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Terser, as Taro sets it (`quote_keys`), breaks classes with private fields, such as these.
  terser: { config: { output: { quote_keys: false } } },
  h5: { publicPath: '/taro/' },
};
