const { join } = require('node:path');

const built = join(__dirname, '../../node_modules/.built/webpack-4');

// webpack 4 cannot read the language of 2020, which these are written in. Not down to functions in place of classes, as without
// targets: Babel 7 then loses the name of a class that has a method of the same name, as Lit's have.
const rule = {
  test: /\.js$/,
  include: /node_modules[\\/](ydrz-elements|lit|lit-html|lit-element|@lit)[\\/]/,
  use: { loader: 'babel-loader', options: { presets: [['@babel/preset-env', { targets: 'chrome 66' }]] } },
};

module.exports = {
  mode: 'production',
  entry: './main.js',
  output: { path: built, publicPath: '/webpack-4/', filename: 'main.built.js', hashFunction: 'sha256' },
  module: { rules: [rule] },
};
