import { say } from '../site/language.js';

/** What the options' types take, in words. */
export const TYPES = {
  length: say('长度：20、"20px"、"6.5rem"、"50%"', 'length: 20, "20px", "6.5rem", "50%"'),
  fixed: say('长度，不可为百分比', 'length, not in percent'),
  radius: say('长度，可为 0', 'length, 0 allowed'),
  edge: say('距离，可为 0', 'distance, 0 allowed'),
  offset: say('距离', 'distance'),
  place: say('距离或 center', 'distance or center'),
  color: say('CSS 颜色', 'CSS colour'),
  ink: say('CSS 颜色，须可读', 'CSS colour that stays legible'),
  ratio: say('0 到 1', '0 to 1'),
  align: 'left | center | right',
  line: 'none | underline',
  border: say('边框：1px solid #fff', 'border: 1px solid #fff'),
  font: say('字体名', 'font families'),
  weight: say('字重：500、bold', 'weight: 500, bold'),
  flag: 'true | false',
  text: say('文字', 'text'),
  title: say('文字，可为空', 'text, may be empty'),
  link: say('地址：http(s) 或相对', 'address: http(s) or relative'),
  image: say('图片地址：http(s)、相对或 data:image', 'image: http(s), relative or data:image'),
  agreements: say('数组 [{name, url}]', 'array of {name, url}'),
};
