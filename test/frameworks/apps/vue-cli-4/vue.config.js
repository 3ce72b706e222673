module.exports = {
  publicPath: '/vue-cli-4/',
  outputDir: '../../node_modules/.built/vue-cli-4',
  // webpack 4 cannot read the language of 2020.
  transpileDependencies: ['ydrz-elements', 'lit', 'lit-html', 'lit-element', '@lit/reactive-element'],
};
